import CameraModel

/// The rates that a camera lists for one format and size (VIDIOC_ENUM_FRAMEINTERVALS).
enum OfferedRates: Hashable {
    case discrete([FrameRate])
    /// V4L2_FRMIVAL_TYPE_STEPWISE and CONTINUOUS; the steps between are the driver's to round to.
    case range(slowest: FrameRate, fastest: FrameRate)

    /// The rate to ask for: the one wanted, or the nearest to it, the faster of two as near.
    func nearest(to wanted: FrameRate) -> FrameRate {
        switch self {
        case .discrete(let rates):
            rates.min { left, right in
                let distances = (distance(left, wanted), distance(right, wanted))
                return distances.0 == distances.1 ? left.perSecond > right.perSecond : distances.0 < distances.1
            } ?? wanted
        case .range(let slowest, let fastest):
            if wanted.perSecond < slowest.perSecond {
                slowest
            } else if wanted.perSecond > fastest.perSecond {
                fastest
            } else {
                wanted
            }
        }
    }

    /// `nil` of an empty list.
    var fastest: FrameRate? {
        switch self {
        case .discrete(let rates): rates.max { $0.perSecond < $1.perSecond }
        case .range(_, let fastest): fastest
        }
    }

    private func distance(_ rate: FrameRate, _ wanted: FrameRate) -> Double {
        abs(rate.perSecond - wanted.perSecond)
    }
}
