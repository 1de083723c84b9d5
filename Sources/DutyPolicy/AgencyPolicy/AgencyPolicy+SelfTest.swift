extension AgencyPolicy {
    /// The pre-shift self-test's limits and thresholds (clause D.1.b), and the supervisor's extended one (F.2.b).
    ///
    /// An item passes, passes with a warning or fails. Where a threshold comes in two steps, the first is for passing and
    /// the second for failing; between them there is a warning.
    package struct SelfTest: Hashable, Sendable {
        /// Stricter is shorter: 5 to 15 s.
        package var quickLimit = Duration.seconds(15)
        /// Neither is stricter: 30 s to 10 min.
        package var extendedLimit = Duration.seconds(120)
        package var battery = BatteryTest()
        package var storage = StorageTest()
        package var camera = CameraTest()
        package var microphone = MicrophoneTest()
        package var clock = ClockTest()
        package var body = BodyTest()
        package var vehicle = VehicleTest()

        package init() {}
    }

    /// Items ST-01 and ST-02.
    package struct BatteryTest: Hashable, Sendable {
        /// In percent of full; stricter is more: 60 to 100.
        package var passLevel = 90.0
        /// In percent of full; stricter is more: 50 to 100.
        package var failLevel = 80.0
        /// The forecast, in lengths of the shift; stricter is more: 1 to 2.
        package var failForecast = 1.1
        /// Full charge as a fraction of the design's; stricter is more: 0.6 to 1.
        package var passHealth = 0.8
        /// As ``passHealth``: 0.5 to 1.
        package var failHealth = 0.7
        /// Charging cycles; stricter is less: 50 to 800.
        package var passCycles = 300.0
        /// As ``passCycles``: 100 to 1000.
        package var failCycles = 500.0
        /// In degrees Celsius; stricter is more: -20 to 20.
        package var coldest = 0.0
        /// In degrees Celsius; stricter is less: 30 to 60.
        package var warmest = 45.0

        package init() {}
    }

    /// Items ST-03 and ST-04.
    package struct StorageTest: Hashable, Sendable {
        /// Free space, in a shift's worth of recording; stricter is more: 1 to 10.
        package var passFree = 1.25
        /// As ``passFree``: 1 to 10.
        package var failFree = 1.0
        /// How fast a block is written, synced and read back, in rates of the unit's streams; stricter is more: 1.5 to 20.
        package var passSpeed = 3.0
        /// As ``passSpeed``: 1 to 20.
        package var failSpeed = 2.0
        /// The wear that fails, as the card's own estimate in tenths of its life (JESD84-B51, DEVICE_LIFE_TIME_EST);
        /// stricter is less: 1 to 10.
        package var failWear = 10.0

        package init() {}
    }

    /// Items ST-06, ST-07 and ST-10.
    package struct CameraTest: Hashable, Sendable {
        /// How long pictures are looked at; stricter is longer: 1 to 5 s.
        package var look = Duration.seconds(2)
        /// How far the rate may be off, in percent; stricter is less: 1 to 20.
        package var rateTolerance = 10.0
        /// Pictures missing, in percent; stricter is less: 0 to 5.
        package var passGaps = 1.0
        /// As ``passGaps``: 0 to 10.
        package var failGaps = 5.0
        /// Mean luma of a picture that is not dark; stricter is more: 16 to 64.
        package var darkest = 16.0
        /// Mean luma of a picture that is not dazzled; stricter is less: 192 to 235.
        package var brightest = 235.0
        /// The luma's variance below which the lens is covered; stricter is more: 1 to 100.
        package var flat = 4.0
        /// How far sound and picture may drift apart over ``look``; stricter is shorter: 10 to 80 ms.
        package var passDrift = Duration.milliseconds(40)
        /// As ``passDrift``: 20 to 200 ms.
        package var failDrift = Duration.milliseconds(100)

        package init() {}
    }

    /// Items ST-08 and ST-09.
    package struct MicrophoneTest: Hashable, Sendable {
        /// How long is listened; stricter is longer: 1 to 5 s.
        package var listen = Duration.seconds(2)
        /// RMS in dBFS, below which it is too quiet; stricter is more: -70 to -30.
        package var passLevel = -60.0
        /// As ``passLevel``: -80 to -30.
        package var failLevel = -70.0
        /// The peak in dBFS that counts as clipped; stricter is less: -6 to 0.
        package var clipped = -0.5
        /// How far the unit's own tone stands above the noise, in dB; stricter is more: 6 to 40.
        package var toneOverNoise = 10.0

        package init() {}
    }

    /// Items ST-12 and ST-13.
    package struct ClockTest: Hashable, Sendable {
        /// Since the clock was last set; stricter is shorter: 1 to 72 h.
        package var age = Duration.seconds(86_400)
        /// The clock's estimated error; stricter is shorter: 0.01 to 2 s.
        package var passError = Duration.seconds(1)
        /// As ``passError``: 0.1 to 10 s.
        package var failError = Duration.seconds(5)
        /// A certificate that ends sooner is warned of; stricter is longer: 7 to 180 d.
        package var certificateWarning = Duration.seconds(30 * 86_400)

        package init() {}
    }

    /// Items ST-15 and ST-17.
    package struct BodyTest: Hashable, Sendable {
        /// A line that is down for so long is stuck; stricter is shorter: 2 to 10 s.
        package var stuck = Duration.seconds(5)
        /// How far the acceleration at rest may be from 1 g, in g; stricter is less: 0.05 to 0.3.
        package var gravityTolerance = 0.2
        /// From upright, in degrees; stricter is less: 15 to 60 (clause D.2.a).
        package var tilt = 45.0

        package init() {}
    }

    /// Item ST-19.
    package struct VehicleTest: Hashable, Sendable {
        /// The bus is silent for so long; stricter is shorter: 0.5 to 10 s.
        package var silence = Duration.seconds(2)
        /// In volts; stricter is more: 11.5 to 13.
        package var passVoltage = 12.0
        /// In volts; stricter is more: 11 to 13.
        package var failVoltage = 11.8

        package init() {}
    }
}
