using System.Globalization;
using System.Text.RegularExpressions;

namespace Fraud.Collect.Html;

/// <summary>Reads dates as people and programs write them: ISO 8601, RFC 822, Chinese, relative ("3 小时前", "昨天 12:30", "2 hours ago").</summary>
internal static partial class LooseDate
{
    private static readonly TimeSpan MostAhead = TimeSpan.FromDays(2);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(36_500);

    /// <summary>The moment written, or null.</summary>
    /// <param name="text">The words.</param>
    /// <param name="now">Moment of reading, for relative dates; a date well after it is not believed.</param>
    /// <param name="offset">Offset from UTC where none is written.</param>
    public static DateTimeOffset? Parse(string? text, DateTimeOffset now, TimeSpan offset)
    {
        text = text?.Trim() ?? "";
        if (text.Length is 0 or > 200)
        {
            return null;
        }

        var found = Absolute(text, offset) ?? Relative(text, now, offset);
        return found is { } moment && moment.Year >= 1990 && moment <= now + MostAhead ? moment : null;
    }

    private static DateTimeOffset? Absolute(string text, TimeSpan offset)
    {
        var numbers = Numeric().Match(text);
        if (numbers.Success)
        {
            return Compose(numbers, offset);
        }

        var zoned = ZoneName().Replace(text, m => Zones.GetValueOrDefault(m.Value.ToUpperInvariant(), m.Value));
        return !HasYear().IsMatch(text) ? null
            : DateTimeOffset.TryParse(zoned, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var parsed) ? parsed
            : EnglishDate(text, offset);
    }

    private static DateTimeOffset? Compose(Match m, TimeSpan offset)
    {
        int Part(string name) => m.Groups[name].Success ? int.Parse(m.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        var hour = Part("h") + (m.Groups["pm"].Value is "下午" or "晚上" && Part("h") < 12 ? 12 : 0);
        var zone = m.Groups["z"].Value;
        offset = zone.Length == 0 ? offset : zone is "Z" or "z" ? TimeSpan.Zero : Offset(zone);
        var day = $"{Part("y"):D4}-{Part("mo"):D2}-{Part("d"):D2} {hour:D2}:{Part("mi"):D2}:{Part("s"):D2}";
        return DateTime.TryParseExact(day, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year is > 1 and < 9999
            ? new DateTimeOffset(local, offset) : null;
    }

    private static TimeSpan Offset(string zone)
    {
        var digits = zone.Replace(":", "", StringComparison.Ordinal)[1..].PadRight(4, '0');
        var span = new TimeSpan(int.Parse(digits.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture), int.Parse(digits.AsSpan(2, 2), NumberStyles.None, CultureInfo.InvariantCulture), 0);
        span = span > TimeSpan.FromHours(14) ? TimeSpan.Zero : span;
        return zone[0] == '-' ? -span : span;
    }

    // "Posted on August 25, 2026 at 1:25 pm by …"
    private static DateTimeOffset? EnglishDate(string text, TimeSpan offset)
    {
        var m = English().Match(text);
        return m.Success && DateTime.TryParse($"{m.Groups["day"].Value} {m.Groups["month"].Value} {m.Groups["year"].Value} {m.Groups["time"].Value}", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, offset) : null;
    }

    private static DateTimeOffset? Relative(string text, DateTimeOffset now, TimeSpan offset)
    {
        var ago = Ago().Match(text);
        if (ago.Success)
        {
            var count = ago.Groups["n"].Value is "半" ? 0.5 : double.TryParse(ago.Groups["n"].ValueSpan, CultureInfo.InvariantCulture, out var n) ? n : 1;
            return Unit(ago.Groups["u"].Value) is { } unit && unit * count < Longest ? now - (unit * count) : null;
        }

        var day = DayName().Match(text);
        if (!day.Success)
        {
            return text is "刚刚" or "剛剛" or "just now" ? now : null;
        }

        var back = day.Groups["d"].Value.ToLowerInvariant() switch { "今天" or "today" => 0, "前天" => 2, _ => 1 };
        var local = now.ToOffset(offset).Date.AddDays(-back);
        return new DateTimeOffset(TimeSpan.TryParse(day.Groups["t"].ValueSpan, CultureInfo.InvariantCulture, out var time) && time < TimeSpan.FromDays(1) ? local + time : local, offset);
    }

    private static TimeSpan? Unit(string word) => word.ToLowerInvariant() switch
    {
        "秒" or "秒钟" or "second" or "sec" => TimeSpan.FromSeconds(1),
        "分" or "分钟" or "分鐘" or "minute" or "min" => TimeSpan.FromMinutes(1),
        "小时" or "小時" or "hour" or "hr" => TimeSpan.FromHours(1),
        "天" or "日" or "day" => TimeSpan.FromDays(1),
        "周" or "星期" or "week" => TimeSpan.FromDays(7),
        "个月" or "個月" or "月" or "month" => TimeSpan.FromDays(30),
        "年" or "year" => TimeSpan.FromDays(365),
        _ => null,
    };

    private static Dictionary<string, string> Zones { get; } = new()
    {
        ["UT"] = "+00:00", ["UTC"] = "+00:00", ["GMT"] = "+00:00", ["EST"] = "-05:00", ["EDT"] = "-04:00", ["CST"] = "-06:00", ["CDT"] = "-05:00", ["MST"] = "-07:00", ["MDT"] = "-06:00",
        ["PST"] = "-08:00", ["PDT"] = "-07:00", ["BST"] = "+01:00", ["CET"] = "+01:00", ["CEST"] = "+02:00", ["JST"] = "+09:00", ["HKT"] = "+08:00", ["SGT"] = "+08:00",
    };

    [GeneratedRegex("""(?<y>(?:19|20)[0-9]{2})\s?[-/.年]\s?(?<mo>[0-9]{1,2})\s?[-/.月]\s?(?<d>[0-9]{1,2})(?:日|號|号)?(?:[T,\s]{0,3}(?<pm>上午|下午|晚上)?\s?(?<h>[0-9]{1,2})[:：时時点](?<mi>[0-9]{2})(?:[:：分](?<s>[0-9]{2}))?(?:[.,][0-9]{1,9})?\s?(?<z>Z|z|[+-][0-9]{2}:?(?:[0-9]{2})?)?)?""", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Numeric();

    [GeneratedRegex("""(?<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6})\.?\s(?<day>[0-9]{1,2})(?:st|nd|rd|th)?,?\s(?<year>[0-9]{4})(?:,?\s(?:at\s)?(?<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?\s?(?:[aApP]\.?[mM])?))?|(?<day>[0-9]{1,2})(?:st|nd|rd|th)?\s(?<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6})\.?,?\s(?<year>[0-9]{4})""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex English();

    [GeneratedRegex("""(?<n>[0-9]{1,4}|半|an?|one)\s?(?<u>秒钟|秒|分钟|分鐘|分|小时|小時|天|日|周|星期|个月|個月|月|年|second|sec|minute|min|hour|hr|day|week|month|year)s?\s?(?:前|之前|ago)""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Ago();

    [GeneratedRegex("""(?<d>今天|昨天|前天|today|yesterday)\s?(?:at\s)?(?<t>[0-9]{1,2}:[0-9]{2})?""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex DayName();

    [GeneratedRegex("""\b(?:UTC?|GMT|[ECMP][SD]T|BST|CES?T|JST|HKT|SGT)\b""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex ZoneName();

    [GeneratedRegex("(?:19|20)[0-9]{2}", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex HasYear();
}
