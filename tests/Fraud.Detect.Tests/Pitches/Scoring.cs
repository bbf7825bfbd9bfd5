using Fraud.Canonical;
using Fraud.Findings;
using Fraud.Pitches;
using Fraud.Testing;

namespace Fraud.Tests.Pitches;

/// <summary>The classifier and assessor over models/, loaded once.</summary>
internal static class Scoring
{
    public static PitchClassifier Classifier { get; } = PitchClassifier.Load(Path.Combine(Repo.Models, "pitch"));

    public static Assessor Assessor { get; } = Assessor.Load(Repo.Models);

    public static SecretMasker Masker { get; } = new(
        Fraud.Keys.KeyScanner.Load(Repo.Models, new byte[32]), new(Fraud.Contacts.ContactTables.Load(Path.Combine(Repo.Models, "contacts"))), Canonical.Views.Tables);

    public static Assessment Assess(string text, string host = "") => Assessor.Assess(text, new AssessContext { Host = host });

    public static TextViews Read(string text) => new TextViewsBuilder(Canonical.Views.Tables).Build(text);
}
