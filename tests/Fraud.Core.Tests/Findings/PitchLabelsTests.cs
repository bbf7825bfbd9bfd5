using Fraud.Findings;

namespace Fraud.Core.Tests.Findings;

public class PitchLabelsTests
{
    public static TheoryData<PitchLabel> All => [.. PitchLabels.All];

    [Theory]
    [MemberData(nameof(All))]
    public void A_label_is_found_again_by_its_id_and_by_its_code(PitchLabel label)
    {
        Assert.True(PitchLabels.TryParse(label.Id(), out var byId));
        Assert.True(PitchLabels.TryParse(label.Code(), out var byCode));
        Assert.Equal((label, label), (byId, byCode));
    }

    [Fact]
    public void Ids_and_codes_are_unique()
    {
        Assert.Equal(PitchLabels.Count, PitchLabels.All.Select(l => l.Id()).Distinct().Count());
        Assert.Equal(PitchLabels.Count, PitchLabels.All.Select(l => l.Code()).Distinct().Count());
    }

    [Fact]
    public void Five_labels_alert_and_seven_are_a_risk()
    {
        Assert.Equal("T1 T2 T4 T6 T7", string.Join(' ', PitchLabels.All.Where(l => l.Alerts()).Select(l => l.Code())));
        Assert.Equal(7, PitchLabels.All.Count(l => l.IsRisk()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("HOARDING")]
    [InlineData("T8")]
    public void An_unknown_word_is_no_label(string? word)
    {
        Assert.False(PitchLabels.TryParse(word, out _));
    }
}
