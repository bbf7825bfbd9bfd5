namespace Fraud.Evaluating;

/// <summary>True label and given label.</summary>
internal readonly record struct Outcome(int True, int Given)
{
    public static Outcome Of(ScoredPost post) => new((int)post.Post.Label, (int)post.Label);
}
