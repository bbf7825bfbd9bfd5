using System.Globalization;

namespace Fraud.Jobs.Hangfire;

/// <summary>Intervals as cron expressions with seconds.</summary>
public static class HangfireCron
{
    /// <summary>The even rhythm nearest below an interval: 45 s becomes every 30 s, 7 min every 6 min, 5 days every day.</summary>
    public static string Of(TimeSpan interval) => interval switch
    {
        { TotalMinutes: < 1 } => Text($"*/{Step(interval.TotalSeconds, 60)} * * * * *"),
        { TotalHours: < 1 } => Text($"0 */{Step(interval.TotalMinutes, 60)} * * * *"),
        { TotalDays: < 1 } => Text($"0 0 */{Step(interval.TotalHours, 24)} * * *"),
        _ => "0 0 0 * * *",
    };

    // A step that does not divide the hour would stumble at its end
    private static int Step(double wanted, int whole) => Enumerable.Range(1, whole / 2).Last(s => whole % s == 0 && (s == 1 || s <= wanted));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
