/// The pre-event buffer: what is kept of the time before a recording starts.
package struct PreEventConfiguration: Hashable, Sendable {
    /// 30 to 120 s.
    package var duration: Duration
    /// Most memory it may take, in bytes, for each camera with its microphones.
    package var bytes: Int
    /// Whether sound from before the activation is kept too.
    ///
    /// Off by default: an agency has to choose it.
    package var audio: Bool

    /// 60 s, 64 MiB, without sound.
    package static let standard = Self(duration: .seconds(60), bytes: 64 << 20, audio: false)
}
