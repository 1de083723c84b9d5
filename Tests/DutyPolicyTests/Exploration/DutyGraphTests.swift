import CameraModel
import Foundation
import Testing

@testable import DutyPolicy

struct DutyGraphTests {
    /// Written anew by `DUTYCAM_WRITE_GRAPH=1 swift test --filter DutyGraphTests`.
    @Test func `the state graph in the documentation is the machine's own`() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
            path: "../../../Sources/DutyPolicy/DutyPolicy.docc/StateGraph.md"
        ).standardizedFileURL
        if ProcessInfo.processInfo.environment["DUTYCAM_WRITE_GRAPH"] != nil {
            try Data(Self.graph.utf8).write(to: file)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == Self.graph)
    }

    private static var graph: String {
        let explorations = DutyExplorationTests.Alphabet.allCases.map {
            DutyExploration(from: DutyExplorationTests.machine(), alphabet: $0.inputs)
        }
        let edges = explorations.reduce(into: Set<DutyEdge>()) { $0.formUnion($1.edges) }
        let pairs = Dictionary(grouping: edges) { Pair(from: $0.from, to: $0.to) }
        let lines = pairs.map { pair, edges in
            "    \(pair.from.name) --> \(pair.to.name): \(edges.map(\.label).sorted().joined(separator: ", "))"
        }
        return """
            # The states of duty

            Every change of state that can be reached, with what makes it. Drawn from the machine by
            `DUTYCAM_WRITE_GRAPH=1 swift test --filter DutyGraphTests`; a test keeps it true.

            ```mermaid
            stateDiagram-v2
            \(lines.sorted().joined(separator: "\n"))
            ```

            """
    }

    private struct Pair: Hashable {
        var from: DutyState
        var to: DutyState
    }
}

extension DutyState {
    /// As the drawing's language takes it.
    fileprivate var name: String { rawValue.replacing("-", with: "_") }
}
