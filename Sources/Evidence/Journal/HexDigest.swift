import Crypto

/// SHA-256 (FIPS 180-4), in lower-case hexadecimal, as sha256sum(1) prints it.
package struct HexDigest: Sendable {
    private var hash = SHA256()

    package init() {}

    /// Takes more bytes.
    package mutating func update(_ bytes: [UInt8]) {
        unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
    }

    /// The digest of all bytes so far, 64 characters.
    package var text: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The digest of some bytes.
    package static func of(_ bytes: [UInt8]) -> String {
        var digest = HexDigest()
        digest.update(bytes)
        return digest.text
    }
}
