// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]
/// For targets that see no C: every use of an unsafe construct is marked.
let pure = strict + [.strictMemorySafety()]

let package = Package(
    name: "DutyCam",
    products: [
        .executable(name: "dutycamd", targets: ["dutycamd"]),
        .executable(name: "dutycam", targets: ["dutycam"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // C: the kernel's and the libraries' headers, each imported by the one driver target beside it.
        .target(name: "CLinux"),
        .systemLibrary(name: "CALSA", pkgConfig: "alsa", providers: [.apt(["libasound2-dev"])]),
        .systemLibrary(
            name: "CFFmpeg", pkgConfig: "libavformat libavcodec libavutil libswscale libswresample",
            providers: [
                .apt([
                    "libavformat-dev", "libavcodec-dev", "libavutil-dev", "libswscale-dev", "libswresample-dev",
                ])
            ]),
        .target(name: "CFFmpegShims", dependencies: ["CFFmpeg"]),
        .systemLibrary(name: "CV4LConvert", pkgConfig: "libv4lconvert", providers: [.apt(["libv4l-dev"])]),

        // Values and protocols.
        .target(name: "CameraModel", swiftSettings: pure),
        .target(name: "DutyPolicy", dependencies: ["CameraModel"], swiftSettings: pure),
        .target(
            name: "Evidence", dependencies: ["CameraModel", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: pure),
        .target(
            name: "UnitFiles",
            dependencies: ["CameraModel", "DutyPolicy", "Simulation", .product(name: "Yams", package: "Yams")],
            swiftSettings: strict),

        // Drivers, one per kernel subsystem or library.
        .target(name: "V4L2", dependencies: ["CameraModel", "CLinux", "CV4LConvert"], swiftSettings: strict),
        .target(name: "ALSA", dependencies: ["CameraModel", "CALSA"], swiftSettings: strict),
        .target(name: "LibAV", dependencies: ["CameraModel", "CFFmpeg", "CFFmpegShims"], swiftSettings: strict),
        .target(name: "Platform", dependencies: ["CameraModel", "CLinux"], swiftSettings: strict),

        // Services: they see protocols, never drivers.
        .target(
            name: "Recording",
            dependencies: ["CameraModel", "Evidence", .product(name: "DequeModule", package: "swift-collections")],
            swiftSettings: pure),
        .target(name: "SelfTest", dependencies: ["CameraModel", "DutyPolicy", "Evidence"], swiftSettings: pure),
        .target(
            name: "OnDuty", dependencies: ["CameraModel", "DutyPolicy", "Evidence", "Recording"], swiftSettings: pure),
        .target(name: "Reporting", dependencies: ["CameraModel", "DutyPolicy", "Evidence"], swiftSettings: pure),
        .target(
            name: "Control",
            dependencies: [
                "CameraModel", "DutyPolicy",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ], swiftSettings: strict),
        .target(name: "Simulation", dependencies: ["CameraModel"], swiftSettings: pure),

        // Programs.
        .executableTarget(
            name: "dutycamd",
            dependencies: [
                "ALSA", "CameraModel", "UnitFiles", "Control", "DutyPolicy", "Evidence", "LibAV", "OnDuty", "Platform",
                "Recording", "Simulation", "V4L2",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ], swiftSettings: strict),
        .executableTarget(
            name: "dutycam",
            dependencies: [
                "CameraModel", "DutyPolicy", "Platform", "Control", "Evidence",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: strict),

        // Tests.
        .testTarget(name: "CameraModelTests", dependencies: ["CameraModel"], swiftSettings: strict),
        .testTarget(name: "DutyPolicyTests", dependencies: ["DutyPolicy", "CameraModel"], swiftSettings: strict),
        .testTarget(
            name: "UnitFilesTests", dependencies: ["UnitFiles", "CameraModel", "DutyPolicy", "Simulation"],
            swiftSettings: strict),
        .testTarget(
            name: "ControlTests",
            dependencies: [
                "Control", "CameraModel", "DutyPolicy",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ], swiftSettings: strict),
        .testTarget(
            name: "EvidenceTests", dependencies: ["Evidence", "CameraModel", "Simulation"], swiftSettings: strict),
        .testTarget(name: "V4L2Tests", dependencies: ["V4L2", "CLinux", "CameraModel"], swiftSettings: strict),
        .testTarget(name: "ALSATests", dependencies: ["ALSA", "CameraModel"], swiftSettings: strict),
        .testTarget(name: "LibAVTests", dependencies: ["LibAV", "CameraModel"], swiftSettings: strict),
        .testTarget(name: "PlatformTests", dependencies: ["Platform", "CameraModel"], swiftSettings: strict),
        .testTarget(
            name: "RecordingTests", dependencies: ["Recording", "CameraModel", "Evidence", "LibAV", "Simulation"],
            swiftSettings: strict),
        // Measured by Tests/benchmark.
        .executableTarget(
            name: "WritePath",
            dependencies: [
                "CameraModel", "Evidence", "LibAV", "Platform", "Recording",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], path: "Tests/benchmarks/WritePath", swiftSettings: strict),
        .testTarget(
            name: "OnDutyTests",
            dependencies: ["OnDuty", "CameraModel", "DutyPolicy", "Evidence", "Recording", "Simulation"],
            swiftSettings: strict),
        .testTarget(
            name: "SelfTestTests",
            dependencies: [
                "SelfTest", "ALSA", "CameraModel", "DutyPolicy", "Evidence", "LibAV", "Platform", "Recording",
                "Simulation", "V4L2",
            ], swiftSettings: strict),
        .testTarget(
            name: "ReportingTests", dependencies: ["Reporting", "CameraModel", "DutyPolicy", "Evidence", "Simulation"],
            exclude: ["Golden"], swiftSettings: strict),
        .testTarget(name: "SimulationTests", dependencies: ["Simulation", "CameraModel"], swiftSettings: strict),
    ]
)
