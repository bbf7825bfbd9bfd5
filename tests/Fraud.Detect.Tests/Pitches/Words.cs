using Fraud.Canonical;
using Fraud.Pitches;
using Fraud.Testing;
using Fraud.Tests.Canonical;

namespace Fraud.Tests.Pitches;

/// <summary>The lexicon of models/pitch, loaded once, and texts read with it.</summary>
internal static class Words
{
    public static Lexicon Lexicon { get; } = Lexicon.Load(Path.Combine(Repo.Models, "pitch"));

    public static PitchText Read(string text)
    {
        var read = new PitchText(Lexicon);
        read.Read(new TextViewsBuilder(Views.Tables).Build(text));
        return read;
    }

    public static string[] Signals(string text)
    {
        var read = Read(text);
        return [.. read.Signals.Items.ToArray().Select(h => Lexicon.Signals[h.Value].Code).Distinct()];
    }
}
