using Fraud.Cases;
using Fraud.Findings;
using Fraud.Posts;

namespace Fraud.Testing;

/// <summary>Makers of cases whose details do not matter to the test.</summary>
public static class SomeCase
{
    /// <summary>A confirmed case about a post with this text.</summary>
    public static ConfirmedCase Confirmed(string text = "囤词元，转手就赚", PitchLabel label = PitchLabel.Hoarding, long? campaign = null)
    {
        var id = Some.Number();
        return new()
        {
            CaseId = id,
            Assessed = new() { PostId = id, Post = Some.Post(text) with { Author = $"seller{id}" }, Assessment = Some.Assessment(label: label) },
            ConfirmedAt = Some.Moment,
            ConfirmedBy = "alice",
            Reason = "promises a return",
            CampaignId = campaign,
            EventHash = new string('a', 64),
        };
    }

    /// <summary>The case with another post.</summary>
    public static ConfirmedCase With(this ConfirmedCase confirmed, Func<Post, Post> change)
    {
        ArgumentNullException.ThrowIfNull(confirmed);
        ArgumentNullException.ThrowIfNull(change);
        return confirmed with { Assessed = confirmed.Assessed with { Post = change(confirmed.Assessed.Post) } };
    }

    /// <summary>The case with another assessment.</summary>
    public static ConfirmedCase With(this ConfirmedCase confirmed, Func<Assessment, Assessment> change)
    {
        ArgumentNullException.ThrowIfNull(confirmed);
        ArgumentNullException.ThrowIfNull(change);
        return confirmed with { Assessed = confirmed.Assessed with { Assessment = change(confirmed.Assessed.Assessment) } };
    }

    /// <summary>The case with a way to reach the author.</summary>
    public static ConfirmedCase WithContact(this ConfirmedCase confirmed, string kind, string value, string role = "author") =>
        confirmed.With((Assessment a) => a with { Contacts = [.. a.Contacts, new() { Kind = kind, Value = value, Role = role, Start = 0, End = 1 }] });

    /// <summary>The case with a leaked key.</summary>
    public static ConfirmedCase WithKey(this ConfirmedCase confirmed, string rule = "key.openai.project", string issuer = "OpenAI") =>
        confirmed.With((Assessment a) => a with { Keys = [.. a.Keys, new() { Rule = rule, Issuer = issuer, Redacted = "sk-proj-…9f3a", Fingerprint = new string('b', 64), Start = 0, End = 1, Confidence = KeyConfidence.High, RevokeUrl = "https://example.org/keys" }] });
}
