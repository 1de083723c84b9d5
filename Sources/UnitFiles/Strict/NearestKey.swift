/// The known key that a mistyped one was probably meant to be.
///
/// - Parameters:
///   - word: What was written; anything above 40 bytes is like nothing.
///   - known: The keys that are allowed.
/// - Returns: The nearest within a third of its length, at least one edit; `nil` when none is near.
func nearestKey(to word: String, among known: [String]) -> String? {
    guard word.utf8.count <= 40 else { return nil }
    let near = known.map { (key: $0, distance: edits(from: Array(word.utf8), to: Array($0.utf8))) }
        .filter { $0.distance <= max(1, $0.key.utf8.count / 3) }
    return near.min { $0.distance < $1.distance }?.key
}

/// Insertions, deletions, substitutions and exchanges of neighbours (optimal string alignment).
private func edits(from left: [UInt8], to right: [UInt8]) -> Int {
    var before: [Int] = []
    var above = Array(0...right.count)
    for (line, byte) in left.enumerated() {
        var row = [line + 1]
        for column in right.indices {
            var best = min(above[column] + (byte == right[column] ? 0 : 1), above[column + 1] + 1, row[column] + 1)
            if line > 0, column > 0, byte == right[column - 1], left[line - 1] == right[column] {
                best = min(best, before[column - 1] + 1)
            }
            row.append(best)
        }
        (before, above) = (above, row)
    }
    return above[right.count]
}
