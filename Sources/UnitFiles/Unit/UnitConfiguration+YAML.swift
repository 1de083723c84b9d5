extension UnitConfiguration {
    /// Reads a unit file, blocking.
    ///
    /// - Parameter path: The file; also its name in errors.
    /// - Throws: ``UnitFileError``.
    package init(contentsOf path: String) throws(UnitFileError) {
        try self.init(SourceText(contentsOf: path).compose())
    }

    /// Reads a unit file's text.
    ///
    /// - Parameters:
    ///   - text: YAML.
    ///   - file: The name to report errors under.
    /// - Throws: ``UnitFileError``.
    package init(text: String, file: String) throws(UnitFileError) {
        try self.init(SourceText(file: file, text: text).compose())
    }

    private init(_ node: StrictNode) throws(UnitFileError) {
        let file = try node.mapping([
            "unit", "kind", "cameras", "microphones", "pre-event", "segments", "storage",
        ])
        unit = try file.required("unit").name(limit: 32)
        kind = try UnitKind(file.required("kind"))

        let microphoneNodes = try file.optional("microphones")?.list(of: "microphones", count: 0...8) ?? []
        var microphoneNames = UniqueNames()
        microphones = []
        for node in microphoneNodes {
            let microphone = try MicrophoneConfiguration(node)
            try microphoneNames.insert(microphone.name, from: node)
            microphones.append(microphone)
        }

        var cameraNames = UniqueNames()
        cameras = []
        for node in try file.required("cameras").list(of: "cameras", count: 1...8) {
            let camera = try CameraConfiguration(node, microphones: microphones.map(\.name))
            try cameraNames.insert(camera.name, from: node)
            cameras.append(camera)
        }

        preEvent = try file.optional("pre-event").map(PreEventConfiguration.init) ?? .standard
        segments = try file.optional("segments").map(SegmentConfiguration.init) ?? .standard
        storage = try file.optional("storage").map(StorageConfiguration.init) ?? .standard
        try refuseSharedDevices(node)
        try refuseIdleMicrophones(microphoneNodes)
    }

    /// Two readers of one device: the second would only ever find it busy.
    private func refuseSharedDevices(_ node: StrictNode) throws(UnitFileError) {
        for (index, camera) in cameras.enumerated() where camera.device != .simulated {
            guard let other = cameras[..<index].first(where: { $0.device == camera.device }) else { continue }
            throw node.error(
                .contradiction("cameras \(other.name) and \(camera.name) are the same device; each needs its own"))
        }
        for (index, microphone) in microphones.enumerated() where microphone.device != .simulated {
            guard let other = microphones[..<index].first(where: { $0.device == microphone.device }) else { continue }
            throw node.error(
                .contradiction(
                    "microphones \(other.name) and \(microphone.name) are the same device; each needs its own"))
        }
    }

    /// A microphone that no camera names would be recorded nowhere, without a word.
    private func refuseIdleMicrophones(_ nodes: [StrictNode]) throws(UnitFileError) {
        for (node, microphone) in zip(nodes, microphones)
        where !cameras.contains(where: { $0.microphones.contains(microphone.name) }) {
            throw node.error(
                .contradiction("no camera names the microphone \"\(microphone.name)\", so it would not be recorded"))
        }
    }
}

extension UnitKind {
    init(_ node: StrictNode) throws(UnitFileError) {
        let word = try node.word(Self.allCases.map(\.rawValue))
        guard let kind = Self(rawValue: word) else { throw node.wrongType("a kind of unit") }
        self = kind
    }
}

extension PreEventConfiguration {
    init(_ node: StrictNode) throws(UnitFileError) {
        let mapping = try node.mapping(["seconds", "bytes", "audio"])
        duration = try mapping.optional("seconds")?.seconds(in: 30...120) ?? Self.standard.duration
        bytes = try mapping.optional("bytes")?.integer(in: 1 << 20...4 << 30, "bytes") ?? Self.standard.bytes
        audio = try mapping.optional("audio")?.onOrOff() ?? Self.standard.audio
    }
}

extension SegmentConfiguration {
    init(_ node: StrictNode) throws(UnitFileError) {
        let mapping = try node.mapping(["seconds"])
        duration = try mapping.required("seconds").seconds(in: 10...600)
    }
}

extension StorageConfiguration {
    init(_ node: StrictNode) throws(UnitFileError) {
        let mapping = try node.mapping(["minimum-free"])
        minimumFree = try mapping.required("minimum-free").integer(in: 1 << 20...1 << 40, "bytes")
    }
}
