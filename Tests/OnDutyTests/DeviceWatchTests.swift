import DutyPolicy
import OnDuty
import Testing

@Suite struct DeviceWatchTests {
    @Test func `D.4: a lost camera beside one that works is a malfunction, once, and its end too`() {
        var watch = DeviceWatch()
        let half = DeviceWatch.Sight(cameras: [true, false], microphones: [true], storage: nil)
        #expect(watch.take(half) == [.malfunction(.cameraAbsent, isPresent: true)])
        #expect(watch.take(half) == [])
        #expect(
            watch.take(.init(cameras: [true, true], microphones: [true], storage: nil)) == [
                .malfunction(.cameraAbsent, isPresent: false)
            ])
    }

    @Test func `D.4: the unit is unable only when neither camera nor microphone works`() {
        var watch = DeviceWatch()
        #expect(
            watch.take(.init(cameras: [false], microphones: [true], storage: nil)) == [
                .malfunction(.cameraAbsent, isPresent: true)
            ])
        let inputs = watch.take(.init(cameras: [false], microphones: [false], storage: nil))
        #expect(inputs == [.unable(.cameraAbsent), .malfunction(.microphoneAbsent, isPresent: true)])
        #expect(watch.take(.init(cameras: [true], microphones: [false], storage: nil)) == [.able])
    }

    @Test func `D.4: storage that takes nothing makes the unit unable, whatever the devices do`() {
        var watch = DeviceWatch()
        let sight = DeviceWatch.Sight(cameras: [true], microphones: [], storage: .storageError)
        #expect(watch.take(sight) == [.unable(.storageError)])
        #expect(watch.take(.init(cameras: [true], microphones: [], storage: nil)) == [.able])
    }
}
