using Fraud.Findings;

namespace Fraud.Web;

/// <summary>Which advice fits which result.</summary>
internal static class AdviceLines
{
    public static IEnumerable<string> For(Assessment assessment)
    {
        if (assessment.Keys.Count > 0)
        {
            yield return "advice.key";
        }

        if (assessment.Verdict == Verdict.Clear)
        {
            yield return "advice.official";
            yield break;
        }

        yield return "advice.stop";
        if (assessment.Label == PitchLabel.Phishing)
        {
            yield return "advice.password";
        }

        yield return "advice.bank";
        yield return "advice.keep";
        yield return "advice.official";
        yield return "advice.report";
        yield return "advice.recovery";
    }
}
