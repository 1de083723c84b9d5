import CALSA
import CameraModel
import Glibc

/// One capture stream of alsa-lib, closed when it is let go.
///
/// It never blocks but in ``wait(until:)``, and belongs to one thread.
final class PCM {
    let handle: OpaquePointer

    /// Opens the stream of that name, without waiting for whoever holds it.
    ///
    /// The corresponding C function is `snd_pcm_open`.
    init(name: String) throws(PCMFault) {
        handle = try made("opening \(name)") {
            snd_pcm_open($0, name, SND_PCM_STREAM_CAPTURE, SND_PCM_NONBLOCK)
        }
    }

    deinit {
        // The kernel lets the stream go whatever the answer is (close(2)), and nobody could do anything about it.
        _ = snd_pcm_close(handle)
    }

    /// Makes a configured or overrun stream ready and runs it.
    func start() throws(PCMFault) {
        try check(snd_pcm_prepare(handle), "snd_pcm_prepare")
        try check(snd_pcm_start(handle), "snd_pcm_start")
    }

    /// How many frames wait to be read, and when the driver counted them.
    ///
    /// The kernel writes position and time one after the other into a shared page, so a reader can see the new one of
    /// the first and the old one of the second; two equal readings are whole. The corresponding C function is
    /// `snd_pcm_htimestamp`.
    func waitingWithTimestamp() throws(PCMFault) -> (frames: Int, time: MonotonicTime) {
        var last = try readWaitingWithTimestamp()
        for _ in 0..<3 {
            let next = try readWaitingWithTimestamp()
            if next == last { break }
            last = next
        }
        return last
    }

    private func readWaitingWithTimestamp() throws(PCMFault) -> (frames: Int, time: MonotonicTime) {
        var frames: snd_pcm_uframes_t = 0
        var time = timespec()
        try check(snd_pcm_htimestamp(handle, &frames, &time), "snd_pcm_htimestamp")
        return (Int(clamping: frames), MonotonicTime(time))
    }

    /// How many frames wait to be read at this moment.
    ///
    /// The corresponding C function is `snd_pcm_avail`.
    func waiting() throws(PCMFault) -> Int {
        try check(snd_pcm_avail(handle), "snd_pcm_avail")
    }

    /// Reads at most `frames` frames, which `bytes` must hold, and returns how many; 0 where none wait.
    func read(frames: Int, into bytes: UnsafeMutableRawBufferPointer) throws(PCMFault) -> Int {
        let result = snd_pcm_readi(handle, bytes.baseAddress, snd_pcm_uframes_t(clamping: frames))
        if result == -Int(EAGAIN) { return 0 }
        return try check(result, "snd_pcm_readi")
    }

    /// Blocks until a period waits or something happened to the stream, or until `deadline`.
    ///
    /// - Returns: Whether to look at the stream again; `false` when the deadline has passed.
    /// - Throws: ``PCMFault/gone`` for POLLNVAL, or POLLERR of a stream that is neither overrun nor suspended.
    func wait(until deadline: MonotonicTime) throws(PCMFault) -> Bool {
        let left = deadline - (try MonotonicTime.now())
        guard left > .zero else { return false }
        var descriptors = try pollDescriptors()
        // Rounded up, so as not to spin in the last millisecond.
        let milliseconds = Int32(clamping: left.nanoseconds / 1_000_000 + 1)
        let count = poll(&descriptors, nfds_t(descriptors.count), milliseconds)
        guard count >= 0 else {
            let code = errno
            if code == EINTR { return true }
            throw PCMFault(errno: code, during: "poll")
        }
        var events: UInt16 = 0
        try check(
            snd_pcm_poll_descriptors_revents(handle, &descriptors, UInt32(descriptors.count), &events),
            "snd_pcm_poll_descriptors_revents")
        if Int32(events) & POLLNVAL != 0 { throw .gone }
        if Int32(events) & (POLLERR | POLLHUP) != 0 { throw faultOfState() }
        return true
    }

    /// What a stream that polls as broken suffers from.
    private func faultOfState() -> PCMFault {
        switch snd_pcm_state(handle) {
        case SND_PCM_STATE_XRUN, SND_PCM_STATE_SUSPENDED: .overrun
        default: .gone
        }
    }

    private func pollDescriptors() throws(PCMFault) -> [pollfd] {
        let count = try check(snd_pcm_poll_descriptors_count(handle), "snd_pcm_poll_descriptors_count")
        // The hw plug-in has one.
        guard (1...16).contains(count) else { throw .gone }
        var descriptors = [pollfd](repeating: pollfd(), count: count)
        let filled = try check(
            snd_pcm_poll_descriptors(handle, &descriptors, UInt32(count)), "snd_pcm_poll_descriptors")
        guard filled == count else { throw .gone }
        return descriptors
    }
}
