import DutyPolicy
import Foundation
import Testing
import UnitFiles

@Suite struct AgencyPolicyFileTests {
    @Test func `the shipped policy says every key, with the recommended value`() throws {
        let text = try String(contentsOf: policies.appendingPathComponent("connecticut.yaml"), encoding: .utf8)
        #expect(try AgencyPolicy(text: text, file: "p.yaml") == AgencyPolicy.standard(for: .body))
        for limit in AgencyPolicy.limits {
            let key = limit.key.split(separator: ".").last ?? ""
            #expect(text.contains(" \(key): "), "\(limit.key)")
        }
    }

    @Test func `every number of the shipped policy is read into its own place`() throws {
        let text = try String(contentsOf: policies.appendingPathComponent("connecticut.yaml"), encoding: .utf8)
        for limit in AgencyPolicy.limits {
            let path = limit.key.split(separator: ".")
            // Half way between what is recommended and the stricter or the weaker end, whichever is there.
            let standard = limit.value(in: AgencyPolicy())
            let end = standard == limit.ceiling.value ? limit.floor.value : limit.ceiling.value
            let value = (standard * 3 + end) / 4
            let changed = replacing(path[...], in: text, with: "\(value)")
            #expect(changed != text, "\(limit.key)")
            var expected = AgencyPolicy()
            limit.set(value, in: &expected)
            if expected.validate().isEmpty {
                #expect(try AgencyPolicy(text: changed, file: "p.yaml") == expected, "\(limit.key)")
            } else {
                #expect(answer(changed).contains(" goes beyond "), "\(limit.key)")
            }
        }
    }

    @Test func `C.1, C.2: each kind of camera has its own start gesture`() throws {
        #expect(try AgencyPolicy(text: "policy: a\nprofile: body", file: "p.yaml").start.press == .double)
        #expect(try AgencyPolicy(text: "policy: a\nprofile: dashboard", file: "p.yaml").start.press == .single)
    }

    @Test func `C.2: a dashboard unit records the view ahead with a remote microphone beside its own`() throws {
        let file = policies.deletingLastPathComponent().appendingPathComponent("units/simulated-dash.yaml").path
        let unit = try UnitConfiguration(contentsOf: file)
        #expect(unit.kind == .dashboard)
        #expect(unit.cameras.first { $0.name == "front" }?.microphones == ["cabin", "wireless"])
    }

    @Test func `what is left out has the recommended value`() throws {
        var expected = AgencyPolicy.standard(for: .body)
        expected.name = "agency-7"
        #expect(try AgencyPolicy(text: smallestPolicy, file: "p.yaml") == expected)
    }

    @Test func `F.1.b: an agency may keep a unit from an officer whose training has expired`() throws {
        let policy = try AgencyPolicy(text: smallestPolicy + "shift: { expired-training: block }", file: "p.yaml")
        #expect(policy.shift.expiredTrainingBlocks)
    }

    @Test func `F.1.b: a weaker choice is refused at its place with the clause that it breaks`() {
        #expect(
            answer(smallestPolicy + "reason:\n  window-seconds: 2\n")
                == "p.yaml:4:19: reason.window-seconds: 2 s is shorter than the floor of 5 s "
                + "(D.3.b(2): the reason is recorded before the recording stops)")
        #expect(
            answer(smallestPolicy + "privacy: { limit-minutes: 99999999999999999999 }\n")
                == "p.yaml:3:27: privacy.limit-minutes: 52596000 min is longer than the ceiling of 20 min "
                + "(D.3.c: cameras are reactivated as soon as practical)")
        #expect(
            answer(smallestPolicy + "notifier: {}\n")
                == "p.yaml:1:1: notifier: nowhere is not a file or a webhook "
                + "(D.1.b(2): malfunctions are reported to the supervisor)")
    }

    @Test func `F.1.b: a choice that a default contradicts is told where the file says it`() {
        #expect(
            answer(smallestPolicy + "battery: { critical-percent: 25 }\n")
                == "p.yaml:3:30: battery.critical-percent: 25 % goes beyond battery.warning-percent, 20 % "
                + "(D.4: the warning comes first)")
        #expect(
            answer(smallestPolicy + "interruption: { first-seconds: 300, voice-minutes: 1 }\n")
                .hasPrefix("p.yaml:3:52: interruption.voice-minutes: 1 min goes beyond interruption.first-seconds, 300")
        )
    }

    @Test(arguments: [
        ("reson: {}", #"p.yaml:3:1: unknown key "reson" (did you mean "reason"?); allowed: policy, profile, language"#),
        (
            "reason: { window: 15 }",
            #"p.yaml:3:11: unknown key "window" in reason; allowed: window-seconds, speech-limit-seconds"#
        ),
        (
            "self-test: { battery: { pas-percent: 90 } }",
            #"p.yaml:3:25: unknown key "pas-percent" in self-test.battery (did you mean "pass-percent"?)"#
        ),
        (
            "reason: { window-seconds: soon }",
            "p.yaml:3:27: reason.window-seconds is the text \"soon\", but must be a number, 5 to 60 s"
        ),
        ("reason: { window-seconds: 1e9 }", "p.yaml:3:27: reason.window-seconds is "),
        ("reason: 15", "p.yaml:3:9: reason is the number 15, but must be a mapping of window-seconds"),
        ("language: fr", "p.yaml:3:11: language is \"fr\"; allowed: en"),
        ("start: { press: triple }", "p.yaml:3:17: start.press is \"triple\"; allowed: single, double"),
        ("notifier: { file: ../x }", "p.yaml:3:19: notifier.file: the value is not a path"),
        ("notifier: { webhook: \"ftp://x\" }", "p.yaml:3:22: notifier.webhook: the value is not an http or https"),
        ("notifier: { webhook: \"a\\nb\" }", "p.yaml:3:22: notifier.webhook is \"a\u{FFFD}b\"; allowed: an address"),
    ])
    func `a mistake is told with line and column`(line: String, beginning: String) {
        #expect(answer(smallestPolicy + line).hasPrefix(beginning), "\(answer(smallestPolicy + line))")
    }

    @Test func `a policy without a name or a profile is refused`() {
        #expect(answer("policy: a") == #"p.yaml:1:1: "profile" is missing"#)
        #expect(answer("profile: body") == #"p.yaml:1:1: "policy" is missing"#)
    }

    @Test func `a webhook alone is a notifier`() throws {
        let text = smallestPolicy + "notifier: { webhook: \"https://example.org/reports\" }"
        let notifier = try AgencyPolicy(text: text, file: "p.yaml").notifier
        #expect(notifier.file == nil)
        #expect(notifier.webhook == "https://example.org/reports")
    }

    @Test func `every cut of a policy file is accepted or refused in one line`() {
        let text = smallestPolicy + "reason: { window-seconds: 15 }\nself-test:\n  camera: { look-seconds: 2 }\n"
        for count in 0...text.utf8.count {
            let line = answer(String(decoding: Array(text.utf8)[..<count], as: UTF8.self))
            #expect(line == "accepted" || line.hasPrefix("p.yaml:") && !line.contains("\n"))
        }
    }

    @Test func `the schema has the policy's keys, ends and recommended values, and no others`() throws {
        let data = try Data(contentsOf: policies.appendingPathComponent("policy.schema.json"))
        let schema = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        let numbers = leaves(schema, "").filter { $0.value["type"] as? String == "number" }
        #expect(Set(numbers.keys) == Set(AgencyPolicy.limits.map(\.key)))
        for limit in AgencyPolicy.limits {
            let leaf = numbers[limit.key]
            #expect(leaf?["minimum"] as? Double == limit.floor.value, "\(limit.key)")
            #expect(leaf?["maximum"] as? Double == limit.ceiling.value, "\(limit.key)")
            #expect(leaf?["default"] as? Double == limit.value(in: AgencyPolicy()), "\(limit.key)")
        }
    }

    private func leaves(_ schema: [String: Any], _ path: String) -> [String: [String: Any]] {
        guard let properties = schema["properties"] as? [String: [String: Any]] else { return [path: schema] }
        return properties.reduce(into: [:]) { found, property in
            found.merge(leaves(property.value, path.isEmpty ? property.key : "\(path).\(property.key)")) { $1 }
        }
    }

    /// The text with the number at a path replaced: in each section, the first line that begins with the next part.
    private func replacing(_ path: ArraySlice<Substring>, in text: String, with value: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var index = 0
        for (depth, part) in path.enumerated() {
            let beginning = String(repeating: "  ", count: depth) + part + ":"
            guard let found = lines[index...].firstIndex(where: { $0.hasPrefix(beginning) }) else { return text }
            index = found
            if depth == path.count - 1 { lines[index] = "\(beginning) \(value)" }
        }
        return lines.joined(separator: "\n")
    }

    private var policies: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("hw/policies")
    }
}

private let smallestPolicy = "policy: agency-7\nprofile: body\n"

/// The one line that refuses a policy, or "accepted".
private func answer(_ text: String) -> String {
    do throws(UnitFileError) {
        _ = try AgencyPolicy(text: text, file: "p.yaml")
        return "accepted"
    } catch {
        return error.description
    }
}
