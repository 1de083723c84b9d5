extension AgencyPolicy {
    /// Everything in which the policy is weaker than its floors, or makes no sense; empty when a unit can take it.
    package func validate() -> [PolicyBreach] {
        let single = Self.limits.compactMap { $0.breach(in: self) }
        // An order between values of which one is out of its range would only say the same again.
        return single + (single.isEmpty ? Self.orders.compactMap(breach) : []) + notifierBreaches + nameBreaches
    }

    /// Refuses a policy that is weaker than its floors.
    ///
    /// - Throws: ``PolicyRefusal`` with every breach that ``validate()`` finds.
    package func requireFloors() throws(PolicyRefusal) {
        let breaches = validate()
        guard breaches.isEmpty else { throw PolicyRefusal(breaches: breaches) }
    }

    private func breach(of order: Order) -> PolicyBreach? {
        guard let lesser = Self.limitsByKey[order.lesser], let greater = Self.limitsByKey[order.greater] else {
            preconditionFailure("an order names a key that is not there: \(order.lesser), \(order.greater)")
        }
        let isKept = lesser.value(in: self) * lesser.unit.factor <= greater.value(in: self) * greater.unit.factor
        guard !isKept else { return nil }
        let (own, other) = order.reported == order.lesser ? (lesser, greater) : (greater, lesser)
        return PolicyBreach(
            key: own.key, clause: order.clause,
            problem: .order(
                value: own.unit.words(own.value(in: self)), other: other.key,
                otherValue: other.unit.words(other.value(in: self))),
            why: order.why)
    }

    private static let limitsByKey = Dictionary(uniqueKeysWithValues: limits.map { ($0.key, $0) })

    private var notifierBreaches: [PolicyBreach] {
        guard notifier.file != nil || notifier.webhook != nil else {
            return [
                PolicyBreach(
                    key: "notifier", clause: "D.1.b(2)",
                    problem: .unfit(value: "nowhere", allowed: "a file or a webhook"),
                    why: "malfunctions are reported to the supervisor")
            ]
        }
        var breaches: [PolicyBreach] = []
        if let file = notifier.file, !Self.isPath(file) {
            breaches.append(unfit("notifier.file", "a path of 1 to 255 bytes without \"..\""))
        }
        if let webhook = notifier.webhook, !Self.isAddress(webhook) {
            breaches.append(unfit("notifier.webhook", "an http or https address of at most 500 bytes"))
        }
        return breaches
    }

    private func unfit(_ key: String, _ allowed: String) -> PolicyBreach {
        PolicyBreach(
            key: key, clause: "D.1.b(2)", problem: .unfit(value: "the value", allowed: allowed),
            why: "malfunctions are reported to the supervisor")
    }

    private var nameBreaches: [PolicyBreach] {
        let isName =
            (1...32).contains(name.utf8.count)
            && name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        guard !isName else { return [] }
        return [
            PolicyBreach(
                key: "policy", clause: "F.1.b",
                problem: .unfit(value: "the value", allowed: "a name of 1 to 32 of a-z, 0-9 and -"),
                why: "an agency's policy can be told from another's")
        ]
    }

    private static func isPath(_ text: String) -> Bool {
        (1...255).contains(text.utf8.count) && isOneLine(text) && !text.hasSuffix("/")
            && !text.utf8.split(separator: UInt8(ascii: "/")).contains { $0.elementsEqual("..".utf8) }
    }

    /// Enough to tell an address from something else: the rest is the transport's to say.
    private static func isAddress(_ text: String) -> Bool {
        guard text.utf8.count <= 500, isOneLine(text), !text.utf8.contains(0x20),
            let scheme = ["http://", "https://"].first(where: text.hasPrefix)
        else { return false }
        let authority = text.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        // A password in the policy would be read by everybody who reads the policy.
        return !authority.isEmpty && !authority.hasPrefix(":") && !authority.contains("@")
    }

    private static func isOneLine(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    }
}
