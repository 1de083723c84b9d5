package import DutyPolicy

extension SelfTestLimits {
    /// The limits that an agency has chosen.
    package init(_ policy: AgencyPolicy) {
        self.init()
        let test = policy.selfTest
        quickDeadline = test.quickLimit
        extendedDeadline = test.extendedLimit
        look = test.camera.look
        listen = test.microphone.listen
        shift = policy.shift.length
        transferAge = policy.shift.transferOverdue
        take(test.battery)
        take(test.camera)
        passStorageShifts = test.storage.passFree
        warnStorageShifts = test.storage.failFree
        passWriteRate = test.storage.passSpeed
        warnWriteRate = test.storage.failSpeed
        wornLife = Int(test.storage.failWear)
        passSoundLevel = test.microphone.passLevel
        warnSoundLevel = test.microphone.failLevel
        clippedPeak = test.microphone.clipped
        speakerOverNoise = test.microphone.toneOverNoise
        clockSynchronisedWithin = test.clock.age
        passClockError = test.clock.passError
        warnClockError = test.clock.failError
        certificateWarning = test.clock.certificateWarning
        stuckLine = test.body.stuck
        gravity = (1 - test.body.gravityTolerance)...(1 + test.body.gravityTolerance)
        uprightCosine = cosine(degrees: test.body.tilt)
        vehicleFrameAge = test.vehicle.silence
        passVehicleVolts = test.vehicle.passVoltage
        warnVehicleVolts = test.vehicle.failVoltage
    }

    private mutating func take(_ battery: AgencyPolicy.BatteryTest) {
        passBattery = battery.passLevel
        warnBattery = battery.failLevel
        forecastShifts = battery.failForecast
        passBatteryHealth = battery.passHealth
        warnBatteryHealth = battery.failHealth
        passCycles = Int(battery.passCycles)
        warnCycles = Int(battery.failCycles)
        batteryCelsius = battery.coldest...battery.warmest
    }

    private mutating func take(_ camera: AgencyPolicy.CameraTest) {
        rateDeviation = camera.rateTolerance / 100
        passGaps = camera.passGaps / 100
        warnGaps = camera.failGaps / 100
        luma = camera.darkest...camera.brightest
        structureFloor = camera.flat
        passSoundDrift = camera.passDrift
        warnSoundDrift = camera.failDrift
    }
}

/// The cosine of an angle from 0 to 90 degrees, to about 1e-9, without a C library: six powers of the Taylor series.
private func cosine(degrees: Double) -> Double {
    let x = degrees * .pi / 180
    let square = x * x
    let coefficients = [1.0 / 479_001_600, -1.0 / 3_628_800, 1.0 / 40_320, -1.0 / 720, 1.0 / 24, -0.5, 1]
    return coefficients.reduce(0) { $0 * square + $1 }
}
