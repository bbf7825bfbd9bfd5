using Fraud.Canonical;
using Fraud.Findings;
using Fraud.Pitches;

namespace Fraud;

/// <summary>The reused buffers of one thread.</summary>
internal sealed class AssessScratch(TextTables tables, PitchClassifier classifier)
{
    public TextTables Tables => tables;

    public PitchClassifier Classifier => classifier;

    public TextViewsBuilder Views { get; } = new(tables);

    public PitchScorer Scorer { get; } = classifier.CreateScorer();

    public Explainer Explainer { get; } = new(classifier);

    public List<Finding> Findings { get; } = [];
}
