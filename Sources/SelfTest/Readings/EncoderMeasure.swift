/// What came of coding a second of made pictures, putting it into a container, and reading both again.
package enum EncoderMeasure: Hashable, Sendable {
    case coded(Coded)
    /// A step failed: which, and why.
    case failed(step: String, reason: String)
    /// A recording began, and the processor is its own.
    case yielded

    /// What was found when everything was read again.
    package struct Coded: Hashable, Sendable {
        /// Given to the encoder.
        package var pictures: Int
        /// Found in the container by its own notes.
        package var parsed: Int
        /// Decoded from what was coded.
        package var decoded: Int
        /// The mean difference in brightness between what went in and what came out.
        package var error: Double
        /// Of the container, in bytes.
        package var bytes: Int

        package init(pictures: Int, parsed: Int, decoded: Int, error: Double, bytes: Int) {
            self.pictures = pictures
            self.parsed = parsed
            self.decoded = decoded
            self.error = error
            self.bytes = bytes
        }
    }
}
