import CameraModel

extension ModeNegotiation {
    /// The differences between what was asked for and what came of it, in plain words, for the recording's record.
    ///
    /// - Parameters:
    ///   - choice: Of ``choose(from:)``.
    ///   - picture: What the driver then made of it.
    ///   - rate: The rate read back; `nil` when the driver does not say.
    /// - Returns: One remark a difference.
    func remarks(on choice: ModeChoice, picture: GrantedPicture, rate: FrameRate?) -> [String] {
        let mode = preferences[choice.rank]
        var remarks: [String] = []
        if choice.rank > 0 {
            let missed = preferences[..<choice.rank].map { "\($0.coding) \($0.width)x\($0.height)" }
            let reason = missed.joined(separator: " and no ")
            remarks.append("\(mode.coding) \(choice.size) chosen, as there is no \(reason)")
        }
        if choice.isConverted {
            let crop = picture.size == choice.size ? "" : ", cropped from \(picture.size)"
            remarks.append("vendor format \(picture.code) converted to yu12 by libv4lconvert\(crop)")
        } else if picture.size != choice.size {
            remarks.append("\(choice.size) asked, \(picture.size) granted")
        }
        if let rate {
            // Compared as people read them: 333333 units of 100 ns are 30 fps.
            if rate.description != mode.rate.description { remarks.append("\(mode.rate) fps asked, \(rate) granted") }
        } else {
            remarks.append("\(mode.rate) fps asked, and the camera does not say what it granted")
        }
        if picture.planes.count > 1 { remarks.append("\(picture.planes.count) memory planes copied into one picture") }
        if !picture.isProgressive { remarks.append("the pictures are interlaced") }
        return remarks
    }
}
