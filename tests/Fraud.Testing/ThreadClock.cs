using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Fraud.Testing;

/// <summary>Processor time of the calling thread to the nanosecond. The process's own figure is counted in ticks of milliseconds and takes in every other thread: the compiler's, and the tests that run beside.</summary>
public static class ThreadClock
{
    private const int ThreadCpuTime = 3;

    /// <summary>Microseconds since some start; wall-clock time where the system has no such clock.</summary>
    public static double Microseconds =>
        OperatingSystem.IsLinux() && Read(ThreadCpuTime, out var time) == 0 ? (time.Seconds * 1e6) + (time.Nanoseconds / 1e3) : Stopwatch.GetTimestamp() * 1e6 / Stopwatch.Frequency;

    /// <summary>What the work costs the calling thread, which has to do all of it.</summary>
    public static TimeSpan Time(Action work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var began = Microseconds;
        work();
        return TimeSpan.FromMicroseconds(Microseconds - began);
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Read(int clock, out Moment time);

    private struct Moment
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
