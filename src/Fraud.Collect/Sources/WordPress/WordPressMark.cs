using System.Globalization;

namespace Fraud.Collect.Sources.WordPress;

/// <summary>How far a site is read. Times are the site's own, as it writes them.</summary>
/// <param name="Newest">Date of the newest post known; empty before the first round.</param>
/// <param name="Edited">Newest time of change known; <see cref="NoEdits"/> where the site does not tell changes.</param>
/// <param name="Ids">The posts seen last, whose presence is asked for.</param>
internal sealed record WordPressMark(string Newest, string Edited, IReadOnlyList<string> Ids)
{
    public const string NoEdits = "-";

    // As many as one request can ask for
    private const int MostIds = 100;

    public static WordPressMark Parse(string cursor) =>
        cursor.Split('|') is [var newest, var edited, var ids] ? new(newest, edited, ids.Split(',', StringSplitOptions.RemoveEmptyEntries)) : new(cursor, cursor, []);

    /// <summary>The mark after more items. What a site dates ahead, such as the change of a post that was planned, would hide all that comes until then and moves nothing.</summary>
    public WordPressMark Seen(IEnumerable<(string Id, string Date, string Modified)> items, DateTimeOffset now)
    {
        var mark = this;
        // The site's own time may be ahead of UTC by so much
        var latest = now.UtcDateTime.AddHours(14).ToString("s", CultureInfo.InvariantCulture);
        foreach (var (id, date, modified) in items.OrderBy(i => i.Date, StringComparer.Ordinal))
        {
            mark = new(Later(mark.Newest, date, latest), mark.Edited == NoEdits ? NoEdits : Later(mark.Edited, modified, latest), id.Length == 0 || mark.Ids.Contains(id) ? mark.Ids : [.. mark.Ids, id]);
        }

        return mark with { Ids = [.. mark.Ids.OrderBy(i => i.Length).ThenBy(i => i, StringComparer.Ordinal).TakeLast(MostIds)] };
    }

    /// <summary>The second before: the API's "after" leaves out its own second, in which more may have been posted.</summary>
    public static string Before(string time) =>
        DateTime.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date.AddSeconds(-1).ToString("s", CultureInfo.InvariantCulture) : "";

    public override string ToString() => $"{Newest}|{Edited}|{string.Join(',', Ids)}";

    private static string Later(string known, string seen, string latest) => string.CompareOrdinal(seen, known) > 0 && string.CompareOrdinal(seen, latest) <= 0 ? seen : known;
}
