import CameraModel
import Evidence
import Simulation

/// A unit's life with its journal: entries alone and several at once, three files, a restart in the middle.
struct JournalRun {
    let disk: SimulatedDisk
    /// The entries that were announced, by their recording numbers, and where each go ended.
    private(set) var announced: [Int] = []
    private(set) var positions: [JournalPosition] = []
    private(set) var failures = 0

    init(on disk: SimulatedDisk) {
        self.disk = disk
    }

    mutating func run() {
        guard let journal = open("boot-1") else { return }
        append([1], to: journal)
        append([2, 3, 4], to: journal)
        append([5], to: journal)
        close(journal)
        guard let journal = open("boot-2") else { return }
        append([6], to: journal)
        append([7, 8, 9], to: journal)
        append([10], to: journal)
    }

    /// Opens the journal, and once more when that fails.
    mutating func open(_ boot: String) -> Journal? {
        for _ in 0..<2 {
            do throws(JournalError) {
                return try JournalSamples.journal(on: disk, fileSize: 1000, boot: boot)
            } catch {
                failures += 1
            }
        }
        return nil
    }

    mutating func append(_ numbers: [Int], to journal: Journal) {
        do throws(JournalError) {
            positions.append(try journal.append(numbers.map { JournalSamples.smallEntry($0) }))
            announced += numbers
        } catch {
            failures += 1
        }
    }

    private mutating func close(_ journal: Journal) {
        do throws(JournalError) {
            try journal.close()
        } catch {
            failures += 1
        }
    }
}
