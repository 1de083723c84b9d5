import Yams

extension SourceText {
    /// Aliases that are let through to the parser, which then refuses them by their anchor, with its place.
    ///
    /// Yams compares the keys of a mapping by walking them with every alias written out, so that a "billion laughs"
    /// file would never end. Eight aliases multiply the work by less than 20.
    private static let aliasLimit = 8

    /// Parses the one YAML document of the text.
    ///
    /// - Throws: ``UnitFileError`` for anything that is not plain YAML: two documents, a key given twice, anchors.
    func compose() throws(UnitFileError) -> StrictNode {
        try refuseAliasBomb()
        do {
            // Without rules of its own, so that no file spends its size in regular expressions; and the encoding said,
            // or it is taken from the environment.
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            guard let node = try parser.singleRoot() else { throw UnitFileError(file: file, problem: .empty) }
            // Nodes hold their anchors weakly; the parser owns them.
            try withExtendedLifetime(parser) { () throws(UnitFileError) in try refuseAnchors(node) }
            return StrictNode(node: node, file: file, path: "")
        } catch let error as UnitFileError {
            throw error
        } catch let error as YamlError {
            throw translated(error)
        } catch {
            throw UnitFileError(file: file, problem: .syntax("\(error)"))
        }
    }

    /// An alias repeats an anchor that stands before it, so a walk in the file's order ends before it meets one.
    private func refuseAnchors(_ node: Node) throws(UnitFileError) {
        if node.anchor != nil {
            throw UnitFileError(file: file, place: node.mark.map(FilePlace.init), problem: .alias)
        }
        switch node {
        case .scalar, .alias: break
        case .sequence(let sequence):
            for element in sequence { try refuseAnchors(element) }
        case .mapping(let mapping):
            for (key, value) in mapping {
                try refuseAnchors(key)
                try refuseAnchors(value)
            }
        }
    }

    /// Counts `*` before a letter anywhere, quotes and comments too: what is counted for nothing does no harm.
    private func refuseAliasBomb() throws(UnitFileError) {
        var place = FilePlace(line: 1, column: 0)
        var count = 0
        var afterAsterisk = false
        for scalar in text.unicodeScalars {
            if afterAsterisk, isAnchorCharacter(scalar) {
                count += 1
                if count > Self.aliasLimit { throw UnitFileError(file: file, place: place, problem: .alias) }
            }
            afterAsterisk = scalar == "*"
            if scalar == "\n" {
                place = FilePlace(line: place.line + 1, column: 0)
            } else {
                place.column += 1
            }
        }
    }

    /// As libyaml has it (IS_ALPHA in yaml_private.h).
    private func isAnchorCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "A"..."Z", "a"..."z", "_", "-": true
        default: false
        }
    }

    private func translated(_ error: YamlError) -> UnitFileError {
        switch error {
        case .scanner(let context, let problem, let mark, _),
            .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let words = context.map { "\($0.text), \(problem)" } ?? problem
            return UnitFileError(file: file, place: FilePlace(mark), problem: .syntax(words))
        case .duplicatedKeysInMapping(let keys, let context):
            return UnitFileError(
                file: file, place: FilePlace(context.mark), problem: .duplicateKey(keys.first ?? ""))
        case .reader(let problem, let offset, _, _):
            return UnitFileError(file: file, place: place(ofCharacter: offset ?? 0), problem: .syntax(problem))
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            return UnitFileError(file: file, problem: .syntax("\(error)"))
        }
    }

    private func place(ofCharacter offset: Int) -> FilePlace {
        let before = text.prefix(offset)
        let line = before.count { $0.isNewline } + 1
        let column = before.reversed().prefix { !$0.isNewline }.count + 1
        return FilePlace(line: line, column: column)
    }
}

extension FilePlace {
    init(_ mark: Mark) {
        self.init(line: mark.line, column: mark.column)
    }
}
