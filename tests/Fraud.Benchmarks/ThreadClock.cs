using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Fraud.Benchmarks;

/// <summary>Processor time of the calling thread to the nanosecond. The process's own figure is counted in ticks of milliseconds and takes in the compiler's threads, so that its best of many short rounds is far too low.</summary>
internal static class ThreadClock
{
    private const int ThreadCpuTime = 3;

    /// <summary>Microseconds since some start; wall-clock time where the system has no such clock.</summary>
    public static double Microseconds =>
        OperatingSystem.IsLinux() && Read(ThreadCpuTime, out var time) == 0 ? (time.Seconds * 1e6) + (time.Nanoseconds / 1e3) : Stopwatch.GetTimestamp() * 1e6 / Stopwatch.Frequency;

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Read(int clock, out Time time);

    private struct Time
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
