import Testing
import UnitFiles

@Suite struct UnitFileErrorTests {
    @Test func `an unknown key is told with the key that was meant`() {
        #expect(
            refusal(replacing: "kind:", with: "knid:")
                == #"u.yaml:2:1: unknown key "knid" (did you mean "kind"?); "#
                + "allowed: unit, kind, cameras, microphones, pre-event, segments, storage")
    }

    @Test func `an unknown key deep inside is told with its place and owner`() {
        #expect(
            refusal(replacing: "rate: 30", with: "fps: 30")
                == #"u.yaml:7:50: unknown key "fps" in cameras[0].modes[0]; allowed: coding, width, height, rate"#)
    }

    @Test func `a wrong type is told with what it is and what it must be`() {
        #expect(
            refusal(replacing: "width: 640", with: "width: wide")
                == #"u.yaml:7:32: cameras[0].modes[0].width is the text "wide", "#
                + "but must be a whole number, 16 to 8192 pixels")
        #expect(
            refusal(replacing: "[chest]", with: "chest")
                == #"u.yaml:8:18: cameras[0].microphones is the text "chest", but must be a list of names"#)
        #expect(
            refusal(replacing: "unit: test", with: "unit: 7")
                == "u.yaml:1:7: unit is the number 7, but must be a name (in quotes)")
    }

    @Test func `a missing key is told at its mapping`() {
        #expect(
            refusal(
                replacing: "    modes:\n      - { coding: yuyv, width: 640, height: 360, rate: 30 }\n", with: "")
                == #"u.yaml:4:5: "modes" is missing in cameras[0]"#)
    }

    @Test(arguments: [
        ("width: 640", "width: 8", "u.yaml:7:32: cameras[0].modes[0].width is \"8\"; allowed: 16 to 8192 pixels"),
        (
            "width: 640", "width: 99999999999999999999",
            "u.yaml:7:32: cameras[0].modes[0].width is \"99999999999999999999\"; allowed: 16 to 8192 pixels"
        ),
        (
            "rate: 30", "rate: 0",
            "u.yaml:7:56: cameras[0].modes[0].rate is \"0\"; "
                + "allowed: 1 to 240 frames per second, as 30, 12.5 or \"30000/1001\""
        ),
        ("unit: test", "unit: Test 1", "u.yaml:1:7: unit is \"Test 1\"; allowed: 1 to 32 of a-z, 0-9 and -"),
        ("kind: body", "kind: drone", "u.yaml:2:7: kind is \"drone\"; allowed: body, dashboard"),
        (
            "yuyv", "yuv4",
            "u.yaml:7:19: cameras[0].modes[0].coding is \"yuv4\"; allowed: h264, mjpeg, yuyv, uyvy, nv12, yu12, "
                + "vendor:XXXX (a V4L2 four-character code)"
        ),
    ])
    func `a value out of range is told with the range`(old: String, new: String, line: String) {
        #expect(refusal(replacing: old, with: new) == line)
    }

    @Test func `a key that is given twice is refused`() {
        #expect(
            refusal(smallest + "kind: dashboard\n") == #"u.yaml:2:1: "kind" is given twice; keep one"#)
        #expect(
            refusal(smallest + "\"kind\": dashboard\n") == #"u.yaml:2:1: "kind" is given twice; keep one"#)
    }

    @Test func `a camera that names no microphone of the unit is told which there are`() {
        #expect(
            refusal(replacing: "[chest]", with: "[chest, belt]")
                == #"u.yaml:8:26: cameras[0].microphones[1] is "belt", "#
                + "which the unit file does not have; it has: chest")
    }

    @Test func `two of a name are refused`() {
        #expect(
            refusal(smallest + "  - { name: chest, device: { card: Loopback } }\n")
                == #"u.yaml:12:5: microphones[1].name is "chest", which is taken already; each must be unique"#)
        #expect(
            refusal(replacing: "[chest]", with: "[chest, chest]")
                == #"u.yaml:8:26: cameras[0].microphones[1] is "chest", which is taken already; each must be unique"#)
    }

    @Test func `a microphone that no camera names is refused`() {
        #expect(
            refusal(smallest + "  - { name: belt, device: { simulated: {} } }\n")
                == #"u.yaml:12:5: no camera names the microphone "belt", so it would not be recorded"#)
    }

    @Test(arguments: ["/dev/video0", "video0", "/dev/../etc/passwd", "/tmp/camera"])
    func `a camera is not taken by a node number or from outside dev`(path: String) {
        let line = refusal(replacing: "{ simulated: {} }", with: "{ link: \(path) }")
        #expect(line.hasPrefix("u.yaml:5:21: cameras[0].device.link is \"\(path)\"; allowed: a link below /dev"))
    }

    @Test(arguments: ["0", "\"1\"", "hw:0", "a b", "\"\""])
    func `a microphone is not taken by an index`(card: String) {
        let text = smallest.dropLast("{ simulated: {} }\n".count) + "{ card: \(card) }\n"
        #expect(refusal(String(text)).contains("allowed: a card's id, as /proc/asound/cards shows it"))
    }

    @Test func `two ways to name a device are refused`() {
        #expect(
            refusal(replacing: "{ simulated: {} }", with: "{ simulated: {}, link: /dev/x }")
                == "u.yaml:5:13: cameras[0].device has both simulated and link; keep one")
    }

    @Test func `an encoder with half a size is refused`() {
        #expect(
            refusal(replacing: "microphones: [chest]", with: "encoder: { width: 640 }\n    microphones: [chest]")
                == "u.yaml:8:14: cameras[0].encoder needs both width and height, or neither")
    }

    @Test func `what the file says cannot forge a second line`() {
        let line = refusal(replacing: "kind: body", with: #""a\nb\u2028c\e": body"#)
        #expect(!line.contains("\n") && !line.contains("\u{2028}") && !line.contains("\u{1B}"))
        #expect(line.hasPrefix("u.yaml:2:1: unknown key \"a\u{FFFD}b\u{FFFD}c\u{FFFD}\""))
    }
}
