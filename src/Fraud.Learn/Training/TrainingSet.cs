using Fraud.Corpora;

namespace Fraud.Training;

/// <summary>Posts with their features.</summary>
public sealed class TrainingSet
{
    internal TrainingSet(IReadOnlyList<LabelledPost> posts, IReadOnlyList<RawRow> rows) => (Posts, Rows) = (posts, rows);

    /// <summary>The posts.</summary>
    public IReadOnlyList<LabelledPost> Posts { get; }

    internal IReadOnlyList<RawRow> Rows { get; }
}
