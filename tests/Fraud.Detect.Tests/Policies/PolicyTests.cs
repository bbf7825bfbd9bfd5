using Fraud.Findings;
using Fraud.Policies;
using Fraud.Testing;

namespace Fraud.Tests.Policies;

public class PolicyTests
{
    private static readonly Policy Default = Policy.Load(Path.Combine(Repo.Models, "policies", "default.json"));

    [Theory]
    [InlineData(PitchLabel.Hoarding, 0.95, Verdict.Alert)]
    [InlineData(PitchLabel.Phishing, 0.95, Verdict.Alert)]
    [InlineData(PitchLabel.Hoarding, 0.4, Verdict.Review)]
    [InlineData(PitchLabel.GreyResale, 0.99, Verdict.Review)]
    [InlineData(PitchLabel.KeyExposure, 0.99, Verdict.Clear)]
    [InlineData(PitchLabel.News, 0.99, Verdict.Clear)]
    [InlineData(PitchLabel.Warning, 0.9, Verdict.Clear)]
    public void A_label_and_its_probability_make_the_verdict(PitchLabel label, double score, Verdict expected)
    {
        Assert.Equal(expected, Default.Decide(label, Labels(label, score), [], ""));
    }

    [Theory]
    [InlineData(PitchLabel.YieldMlm, Verdict.Alert)]
    [InlineData(PitchLabel.GreyResale, Verdict.Alert)]
    [InlineData(PitchLabel.Warning, Verdict.Review)]
    public void Doubt_between_kinds_of_fraud_alerts_and_doubt_with_an_honest_label_does_not(PitchLabel other, Verdict expected)
    {
        var labels = new float[PitchLabels.Count];
        (labels[(int)PitchLabel.Hoarding], labels[(int)other]) = (0.5f, 0.45f);

        Assert.Equal(expected, Default.Decide(PitchLabel.Hoarding, labels, [], ""));
    }

    [Fact]
    public void A_pitch_of_no_certain_kind_is_for_a_reviewer()
    {
        var labels = new float[PitchLabels.Count];
        (labels[(int)PitchLabel.Hoarding], labels[(int)PitchLabel.YieldMlm], labels[(int)PitchLabel.Phishing]) = (0.45f, 0.3f, 0.2f);

        Assert.Equal(Verdict.Review, Default.Decide(PitchLabel.Hoarding, labels, [], ""));
    }

    [Theory]
    [InlineData(KeyConfidence.High, Verdict.Alert)]
    [InlineData(KeyConfidence.Low, Verdict.Review)]
    public void A_key_alerts_when_its_format_is_sure(KeyConfidence confidence, Verdict expected)
    {
        Assert.Equal(expected, Default.Decide(PitchLabel.Developer, Labels(PitchLabel.Developer, 0.99), [Key(confidence)], ""));
    }

    [Theory]
    [InlineData("openai.com", true)]
    [InlineData("Platform.OpenAI.com", true)]
    [InlineData("openai.com.example.org", false)]
    [InlineData("notopenai.com", false)]
    [InlineData("", false)]
    public void An_official_host_is_told_by_whole_labels(string host, bool official)
    {
        Assert.Equal(official, Default.IsOfficial(host));
    }

    [Fact]
    public void An_offer_on_the_providers_own_host_is_clear()
    {
        Assert.Equal(Verdict.Clear, Default.Decide(PitchLabel.Hoarding, Labels(PitchLabel.Hoarding, 0.99), [], "deepseek.com"));
    }

    [Fact]
    public void A_policy_that_lacks_a_value_is_refused()
    {
        var path = Path.Combine(Path.GetTempPath(), $"policy-{Some.Number()}.json");
        File.WriteAllText(path, """{"name":"x","version":1}""");

        Assert.Throws<InvalidDataException>(() => Policy.Load(path));
        File.Delete(path);
    }

    private static float[] Labels(PitchLabel label, double score)
    {
        var labels = new float[PitchLabels.Count];
        Array.Fill(labels, (float)((1 - score) / (labels.Length - 1)));
        labels[(int)label] = (float)score;
        return labels;
    }

    private static KeyFinding Key(KeyConfidence confidence) =>
        new() { Rule = "key.test", Issuer = "Test", Redacted = "t…", Fingerprint = "00", Start = 0, End = 1, Confidence = confidence };
}
