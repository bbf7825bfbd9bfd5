using Fraud.Cases;
using Fraud.Findings;

namespace Fraud.Report.Formats;

/// <summary>What a case is about, as formats part them.</summary>
internal static class CaseKinds
{
    /// <summary>Whether the author offers something. Who merely exposed a key is a victim, never to be reported as a seller.</summary>
    public static bool IsPitch(this ConfirmedCase confirmed) => confirmed.Assessed.Assessment.Label is var label && label.IsRisk() && label != PitchLabel.KeyExposure;

    /// <summary>Whether it shows keys.</summary>
    public static bool ShowsKeys(this ConfirmedCase confirmed) => confirmed.Assessed.Assessment.Keys.Count > 0;

    /// <summary>Contacts of those who offer or are paid; not of people they merely mention, nor what must stay masked.</summary>
    public static IEnumerable<Contact> SellerContacts(this ConfirmedCase confirmed) =>
        confirmed.IsPitch() ? confirmed.Assessed.Assessment.Contacts.Where(c => c.Role is "author" or "payee" && c.Value.Length > 0 && !IsMasked(c)) : [];

    /// <summary>When the author posted, or we first saw it; never after <see cref="LastSeen"/>.</summary>
    public static DateTimeOffset FirstSeen(this ConfirmedCase confirmed)
    {
        var post = confirmed.Assessed.Post;
        return post.PostedAt is { } posted && posted < post.FetchedAt ? posted : post.FetchedAt;
    }

    /// <summary>When it was seen last.</summary>
    public static DateTimeOffset LastSeen(this ConfirmedCase confirmed) =>
        confirmed.Sightings.Select(s => s.SeenAt).Append(confirmed.Assessed.Post.FetchedAt).Max();

    private static bool IsMasked(Contact contact) => contact.Kind == "bank_card" || contact.Kind.EndsWith("_id", StringComparison.Ordinal) || contact.Value.Contains(Text.SpanMask.Mark, StringComparison.Ordinal);
}
