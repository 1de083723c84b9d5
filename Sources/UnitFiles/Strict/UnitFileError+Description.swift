import DutyPolicy
import Glibc

extension UnitFileError: CustomStringConvertible {
    package var description: String {
        guard let place else { return "\(oneLine(file)): \(problem)" }
        return "\(oneLine(file)):\(place.line):\(place.column): \(problem)"
    }
}

extension UnitFileError.Problem: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unreadable(let errno, let call): Self.unreadable(errno: errno, during: call)
        case .notAFile: "is not a regular file"
        case .tooLarge(let limit): "is larger than \(limit / 1024) KiB, the most that is read"
        case .notUTF8: "is not UTF-8 text here; save the file as UTF-8"
        case .empty: "holds no settings"
        case .syntax(let words): "not YAML: \(oneLine(words))"
        case .alias: "anchors (&name) and aliases (*name) are not allowed; write the value out each time"
        case .tag(let tag): "the type \(quoted(tag)) is not allowed; leave it out"
        case .unknownKey(let key, let owner, let nearest, let allowed):
            "unknown key \(quoted(key))\(Self.within(owner))\(Self.guess(nearest)); allowed: "
                + allowed.joined(separator: ", ")
        case .missingKey(let key, let owner): "\(quoted(key)) is missing\(Self.within(owner))"
        case .duplicateKey(let key): "\(quoted(key)) is given twice; keep one"
        case .wrongType(let key, let expected, let found): "\(key) is \(found), but must be \(expected)"
        case .notAllowed(let key, let value, let allowed): "\(key) is \(quoted(value)); allowed: \(allowed)"
        case .duplicate(let key, let value): "\(key) is \(quoted(value)), which is taken already; each must be unique"
        case .unknownName(let key, let value, let known):
            "\(key) is \(quoted(value)), which the unit file does not have; it has: "
                + (known.isEmpty ? "none" : known.joined(separator: ", "))
        case .contradiction(let words): words
        case .breach(let breach): breach.description
        }
    }

    private static func unreadable(errno: Int32, during call: String) -> String {
        switch errno {
        case ENOENT, ENOTDIR: "there is no such file"
        case EACCES, EPERM: "permission to read it is denied"
        default: "cannot be read: \(call) failed with errno \(errno)"
        }
    }

    private static func within(_ owner: String) -> String {
        owner.isEmpty ? "" : " in \(owner)"
    }

    private static func guess(_ nearest: String?) -> String {
        nearest.map { " (did you mean \(quoted($0))?)" } ?? ""
    }
}

/// Text from the file between quotes, on one line and of bounded length.
private func quoted(_ text: String) -> String {
    "\"\(oneLine(text))\""
}

/// Control characters would let a file forge further lines of a log.
private func oneLine(_ text: String) -> String {
    var line = ""
    for (count, scalar) in text.unicodeScalars.enumerated() {
        if count == 200 { return line + "…" }
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: line.unicodeScalars.append("\u{FFFD}")
        default: line.unicodeScalars.append(scalar)
        }
    }
    return line
}
