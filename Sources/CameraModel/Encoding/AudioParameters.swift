/// What a container must say about a sound track before its first block.
package struct AudioParameters: Hashable, Sendable {
    package var format: AudioFormat
    /// Frames in one coded block: 1024 for AAC-LC.
    package var framesPerPacket: Int
    /// The decoder's configuration: AudioSpecificConfig (ISO/IEC 14496-3, 1.6).
    package var configuration: [UInt8]

    package init(format: AudioFormat, framesPerPacket: Int, configuration: [UInt8]) {
        self.format = format
        self.framesPerPacket = framesPerPacket
        self.configuration = configuration
    }
}
