using Fraud.Findings;

namespace Fraud.Storage.Findings;

/// <summary>A verdict ready to be written.</summary>
internal sealed record JudgedPost(long PostId, Assessment Assessment, string Json)
{
    /// <summary>Whether nothing but the verdict itself is to be written.</summary>
    public bool IsPlain => Assessment.Verdict == Verdict.Clear && !Assessment.SecretSpans().Any();
}
