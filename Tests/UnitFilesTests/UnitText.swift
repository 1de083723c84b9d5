import Foundation
import Testing
import UnitFiles

/// The smallest unit file, to be spoilt line by line.
let smallest = """
    unit: test
    kind: body
    cameras:
      - name: front
        device: { simulated: {} }
        modes:
          - { coding: yuyv, width: 640, height: 360, rate: 30 }
        microphones: [chest]
    microphones:
      - name: chest
        device: { simulated: {} }

    """

/// The one line that refuses `text`, or "accepted".
func refusal(_ text: String) -> String {
    do throws(UnitFileError) {
        _ = try UnitConfiguration(text: text, file: "u.yaml")
        return "accepted"
    } catch {
        return error.description
    }
}

/// The one line that refuses the smallest unit file with one thing in it replaced.
func refusal(replacing old: String, with new: String) -> String {
    guard let range = smallest.range(of: old) else { return "nothing to replace" }
    return refusal(smallest.replacingCharacters(in: range, with: new))
}
