import Testing

@testable import ALSA

@Suite struct ALSADeviceIdentityTests {
    @Test func `only the kernel's own stream is named`() {
        let identity = ALSADeviceIdentity(card: "Loopback", device: 1, subdevice: 3)
        #expect(identity.fault == nil)
        #expect(identity.pcmName == "hw:CARD=Loopback,DEV=1,SUBDEV=3")
        #expect(identity.description == "card \"Loopback\", device 1, subdevice 3")
    }

    @Test(arguments: ["U0x46d0x825", "Device_1", "3D", "a-b", "A"])
    func `ids that the kernel makes are taken`(card: String) {
        #expect(ALSADeviceIdentity(card: card, device: 0).fault == nil)
    }

    @Test(arguments: ["0", "12"])
    func `an index is refused and the way to the id is told`(card: String) throws {
        let fault = try #require(ALSADeviceIdentity(card: card, device: 0).fault)
        #expect(fault.contains("index") && fault.contains("/proc/asound/cards"))
    }

    @Test(arguments: ["", "default", "plughw:0", "Loopback,DEV=0", "a}b", "Mikrofón", "sixteen_letters_"])
    func `what cannot be a card id is refused, save words that could be one`(card: String) {
        // "default" is well formed: it is a card of that id or nothing, never ALSA's default device.
        #expect((ALSADeviceIdentity(card: card, device: 0).fault == nil) == (card == "default"))
    }

    @Test(arguments: [(-1, 0), (0, -1), (256, 0), (0, 256)])
    func `a device number out of range is refused`(device: Int, subdevice: Int) {
        #expect(ALSADeviceIdentity(card: "Loopback", device: device, subdevice: subdevice).fault != nil)
    }
}
