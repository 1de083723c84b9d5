import CameraModel

/// What passes, what is warned of and what fails, item by item.
///
/// The defaults are for a shift of ten hours at 4 Mbit/s a camera; an agency may set others. A limit that has two values
/// is given as `pass…` and `warn…`: better than the first passes, better than the second is warned of, the rest fails.
package struct SelfTestLimits: Hashable, Sendable {
    /// When what has not finished has failed, at the beginning of a shift.
    package var quickDeadline = Duration.seconds(15)
    /// The same for a supervisor's inspection.
    package var extendedDeadline = Duration.seconds(120)
    /// How long a running camera is watched; five times as long in an inspection.
    package var look = Duration.seconds(2)
    /// How long a running microphone is listened to; five times as long in an inspection.
    package var listen = Duration.seconds(2)
    /// ST-01: what the battery and the storage have to last for.
    package var shift = Duration.seconds(36_000)
    /// ST-01: the battery's forecast is at least this many shifts.
    package var forecastShifts = 1.1
    /// ST-01, in percent, at least.
    package var passBattery = 90.0
    package var warnBattery = 80.0
    /// ST-02, of the designed capacity, at least.
    package var passBatteryHealth = 0.80
    package var warnBatteryHealth = 0.70
    /// ST-02: fewer pass; up to the second are warned of.
    package var passCycles = 300
    package var warnCycles = 500
    /// ST-02, in degrees Celsius.
    package var batteryCelsius = 0.0...45.0
    /// ST-03: room for so many shifts, at least.
    package var passStorageShifts = 1.25
    package var warnStorageShifts = 1.0
    /// ST-04: how much is written and read back, in bytes; eight times as much in an inspection.
    package var writeSize = 8 << 20
    /// ST-04: times the rate at which the unit's streams are written, at least.
    package var passWriteRate = 3.0
    package var warnWriteRate = 2.0
    /// ST-04: the eMMC's own estimate of its life used; 0x0A is 90 to 100 % (JEDEC JESD84-B51, EXT_CSD 268 and 269).
    package var wornLife = 0x0A
    /// ST-06: off the granted rate, at most.
    package var rateDeviation = 0.10
    /// ST-06: frames missing, of those taken, at most.
    package var passGaps = 0.01
    package var warnGaps = 0.05
    /// ST-06: a camera that gave nothing for so long has stalled.
    package var stall = Duration.milliseconds(700)
    /// ST-07: the mean brightness of a picture that is not too dark or too bright to be of use.
    package var luma = 16.0...235.0
    /// ST-07: a picture whose blocks vary by no more (squared steps of brightness) shows nothing: black or covered.
    package var structureFloor = 4.0
    /// ST-08, in dBFS: above the first passes, above the second is warned of.
    package var passSoundLevel = -60.0
    package var warnSoundLevel = -70.0
    /// ST-08, in dBFS: a peak at or above it is clipped.
    package var clippedPeak = -0.5
    /// ST-09: in dB over the noise, at least.
    package var speakerOverNoise = 10.0
    /// ST-10, either way, less than.
    package var passSoundDrift = Duration.milliseconds(40)
    package var warnSoundDrift = Duration.milliseconds(100)
    /// ST-11: how far decoded brightness is off what was coded, in steps of 255, at most.
    package var encoderError = 16.0
    /// ST-12: estimated error, at most.
    package var passClockError = Duration.seconds(1)
    package var warnClockError = Duration.seconds(5)
    /// ST-12: a clock that ran free for longer has drifted.
    package var clockSynchronisedWithin = Duration.seconds(86_400)
    /// ST-12: whether a clock that says nothing of when it was set may be used, with a warning.
    package var allowsUnsynchronisedClock = true
    /// ST-13: warned of that long before the certificate expires.
    package var certificateWarning = Duration.seconds(30 * 86_400)
    /// ST-15: a line held for longer is stuck.
    package var stuckLine = Duration.seconds(5)
    /// ST-17: of the acceleration at rest, in g.
    package var gravity = 0.8...1.2
    /// ST-17: the cosine of the largest tilt, 45 degrees.
    package var uprightCosine = 0.7071
    /// ST-19: the newest frame on the vehicle's bus is at most this old.
    package var vehicleFrameAge = Duration.seconds(2)
    /// ST-19, in volts, at least.
    package var passVehicleVolts = 12.0
    package var warnVehicleVolts = 11.8
    /// ST-20: a recording that waits longer for its transfer.
    package var transferAge = Duration.seconds(86_400)
    /// ST-20: an agency profile older than this may be out of date (clause D.1.a).
    package var profileAge = Duration.seconds(30 * 86_400)

    package init() {}
}
