namespace Fraud.Evaluating;

/// <summary>True label, given label and which side of one half the risk fell.</summary>
internal readonly record struct Outcome(int True, int Given, bool Scam)
{
    public static Outcome Of(ScoredPost post) => new((int)post.Post.Label, (int)post.Label, post.Risk >= 0.5);
}
