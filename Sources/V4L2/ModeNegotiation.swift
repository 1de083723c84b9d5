import CameraModel

/// Chooses among what a camera offers by a unit file's order of preference.
///
/// A pure value: everything that the camera said is in the ``CameraOffer``.
struct ModeNegotiation {
    /// Best first.
    let preferences: [VideoMode]

    /// The first mode asked for whose coding and size the camera has.
    ///
    /// A rate that is not there does not pass a mode over: the nearest is taken, and remarked later. When the camera
    /// has none of the modes, one that libv4lconvert can make of an unknown format serves instead.
    ///
    /// - Returns: What to set, or `nil` when nothing serves.
    func choose(from offer: CameraOffer) -> ModeChoice? {
        for (rank, mode) in preferences.enumerated() {
            if let choice = native(mode, rank, offer) ?? named(mode, rank, offer) { return choice }
        }
        for (rank, mode) in preferences.enumerated() {
            let conversion = offer.conversions.first {
                $0.wanted == FrameSize(of: mode) && PixelCode.coding(of: $0.code) == nil
            }
            if let conversion { return converted(conversion, mode, rank, offer) }
        }
        return nil
    }

    private func native(_ mode: VideoMode, _ rank: Int, _ offer: CameraOffer) -> ModeChoice? {
        let size = FrameSize(of: mode)
        for code in PixelCode.codes(for: mode.coding) {
            guard let format = offer.formats.first(where: { $0.code == code }), format.sizes.contains(size) else {
                continue
            }
            return ModeChoice(
                rank: rank, coding: mode.coding, size: size,
                rate: format.rates[size]?.nearest(to: mode.rate) ?? mode.rate, code: code, source: size,
                isConverted: false)
        }
        return nil
    }

    /// A vendor format that the unit file names.
    private func named(_ mode: VideoMode, _ rank: Int, _ offer: CameraOffer) -> ModeChoice? {
        guard case .vendor(let code) = mode.coding else { return nil }
        let conversion = offer.conversions.first { $0.wanted == FrameSize(of: mode) && $0.code == code }
        return conversion.map { converted($0, mode, rank, offer) }
    }

    private func converted(
        _ conversion: OfferedConversion, _ mode: VideoMode, _ rank: Int, _ offer: CameraOffer
    ) -> ModeChoice {
        let rates = offer.formats.first { $0.code == conversion.code }?.rates[conversion.source]
        return ModeChoice(
            rank: rank, coding: .raw(.yu12), size: conversion.wanted,
            rate: rates?.nearest(to: mode.rate) ?? mode.rate, code: conversion.code, source: conversion.source,
            isConverted: true)
    }
}
