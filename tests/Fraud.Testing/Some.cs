using Fraud.Findings;
using Fraud.Posts;

namespace Fraud.Testing;

/// <summary>Makers of valid values whose details do not matter to the test.</summary>
public static class Some
{
    private static int _next;

    /// <summary>A number not given before.</summary>
    public static int Number() => Interlocked.Increment(ref _next);

    /// <summary>A moment: 2026-11-01 12:00 UTC.</summary>
    public static DateTimeOffset Moment { get; } = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A post with this text.</summary>
    public static Post Post(string text = "Some ordinary words.", string source = "test") => new()
    {
        Source = source,
        NativeId = $"p{Number()}",
        Url = $"https://example.org/{Number()}",
        Text = text,
        FetchedAt = Moment,
    };

    /// <summary>An assessment with this verdict and label.</summary>
    public static Assessment Assessment(Verdict verdict = Verdict.Alert, PitchLabel label = PitchLabel.Hoarding, double score = 0.9)
    {
        var labels = new float[PitchLabels.Count];
        Array.Fill(labels, (float)((1 - score) / (labels.Length - 1)));
        labels[(int)label] = (float)score;
        return new() { Verdict = verdict, Label = label, Score = score, Stance = Stance.Offer, Labels = labels, Model = "pitch@test", Policy = "default@1" };
    }
}
