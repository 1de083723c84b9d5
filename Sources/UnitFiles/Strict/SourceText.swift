import Glibc

/// A settings file's text with the name to report it under.
struct SourceText {
    /// In bytes.
    ///
    /// A unit file has a few hundred lines at most.
    static let limit = 1 << 20

    let file: String
    let text: String

    init(file: String, text: String) throws(UnitFileError) {
        guard text.utf8.count <= Self.limit else {
            throw UnitFileError(file: file, problem: .tooLarge(limit: Self.limit))
        }
        self.file = file
        self.text = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    }

    /// Reads a file, blocking; never more than ``limit`` of it, and never waiting on a pipe.
    ///
    /// - Throws: ``UnitFileError`` when it is absent, no regular file, too large or not UTF-8.
    init(contentsOf path: String) throws(UnitFileError) {
        let bytes = try Self.read(path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw UnitFileError(file: path, place: Self.firstInvalid(bytes), problem: .notUTF8)
        }
        try self.init(file: path, text: text)
    }

    private static func read(_ path: String) throws(UnitFileError) -> [UInt8] {
        let descriptor = try check(open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK), "open", path)
        let result: Result<[UInt8], UnitFileError>
        do throws(UnitFileError) {
            result = .success(try read(descriptor, path))
        } catch {
            result = .failure(error)
        }
        try check(close(descriptor), "close", path)
        return try result.get()
    }

    private static func read(_ descriptor: Int32, _ path: String) throws(UnitFileError) -> [UInt8] {
        var status = stat()
        try check(fstat(descriptor, &status), "fstat", path)
        guard status.st_mode & S_IFMT == S_IFREG else { throw UnitFileError(file: path, problem: .notAFile) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= limit {
            let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            try check(Int32(truncatingIfNeeded: count), "read", path)
            if count == 0 { return bytes }
            bytes += chunk[..<count]
        }
        throw UnitFileError(file: path, problem: .tooLarge(limit: limit))
    }

    @discardableResult
    private static func check(_ result: Int32, _ call: String, _ path: String) throws(UnitFileError) -> Int32 {
        guard result < 0 else { return result }
        throw UnitFileError(file: path, problem: .unreadable(errno: errno, during: call))
    }

    private static func firstInvalid(_ bytes: [UInt8]) -> FilePlace {
        var place = FilePlace(line: 1, column: 1)
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        while case .scalarValue(let scalar) = decoder.decode(&iterator) {
            if scalar == "\n" {
                place = FilePlace(line: place.line + 1, column: 1)
            } else {
                place.column += 1
            }
        }
        return place
    }
}
