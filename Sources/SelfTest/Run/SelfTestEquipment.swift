package import CameraModel

/// What a unit has that can be tested; what is left out is not fitted, and every such item says so.
package struct SelfTestEquipment: Sendable {
    /// A camera that runs.
    package struct CameraEntry: Sendable {
        package var name: String
        package var tap: CameraTap
        /// For cameras that code by themselves.
        package var decoding: (any LumaDecoding)?

        package init(name: String, tap: CameraTap, decoding: (any LumaDecoding)?) {
            self.name = name
            self.tap = tap
            self.decoding = decoding
        }
    }

    /// A microphone that runs.
    package struct MicrophoneEntry: Sendable {
        package var name: String
        package var tap: SoundTap

        package init(name: String, tap: SoundTap) {
            self.name = name
            self.tap = tap
        }
    }

    package var cameras: [CameraEntry] = []
    package var microphones: [MicrophoneEntry] = []
    package var encoders: [EncoderProbe] = []
    /// Where recordings go.
    package var disk: (any Disk)?
    /// What all of the unit's streams write, in bytes a second.
    package var bytesPerSecond = 0.0
    /// Whether a recording runs now; it has disk and processor to itself.
    package var isRecording: @Sendable () -> Bool = { false }
    /// The wall clock and what it is held against; may block.
    package var clock: (@Sendable () -> ClockMeasure)?
    package var battery: (any Sensor<BatteryReading>)?
    /// EXT_CSD's estimate of the flash's life used, in tenths.
    package var wear: (any Sensor<Int>)?
    /// `nil` readings in discreet mode.
    package var speaker: (any Sensor<SpeakerReading?>)?
    package var key: (any Sensor<KeyReading>)?
    package var firmware: (any Sensor<FirmwareReading>)?
    package var controls: (any Sensor<ControlsReading>)?
    package var indicators: (any Sensor<IndicatorsReading>)?
    package var motion: (any Sensor<MotionReading>)?
    package var position: (any Sensor<PositionReading>)?
    package var vehicle: (any Sensor<VehicleReading>)?
    package var leftovers: (any Sensor<LeftoversReading>)?

    package init() {}
}
