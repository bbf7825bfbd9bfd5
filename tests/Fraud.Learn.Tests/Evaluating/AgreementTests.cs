using Fraud.Evaluating;
using Fraud.Findings;

namespace Fraud.Tests.Evaluating;

public class AgreementTests
{
    [Fact]
    public void Kappa_is_as_counted_by_hand()
    {
        var agreement = Agreement.Of([.. Pairs(PitchLabel.News, PitchLabel.News, 20), .. Pairs(PitchLabel.News, PitchLabel.Hoarding, 5), .. Pairs(PitchLabel.Hoarding, PitchLabel.News, 10), .. Pairs(PitchLabel.Hoarding, PitchLabel.Hoarding, 15)]);

        Assert.Equal((50, 0.7), (agreement.Posts, agreement.Same));
        Assert.Equal(0.4, agreement.Kappa, 6);
        Assert.Equal(0.4, agreement.ScamKappa, 6);
    }

    [Fact]
    public void Confusion_among_scams_lowers_only_the_kappa_of_labels()
    {
        var agreement = Agreement.Of([(PitchLabel.Hoarding, PitchLabel.Phishing), (PitchLabel.News, PitchLabel.News)]);

        Assert.True(agreement.Kappa < 1);
        Assert.Equal(1, agreement.ScamKappa);
    }

    [Fact]
    public void No_file_is_no_agreement_and_an_unknown_post_is_refused()
    {
        Assert.Null(Agreement.Read(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString()), []));
        var file = Path.GetTempFileName();
        File.WriteAllText(file, """{"id":"nobody","label":"news"}""");

        Assert.Throws<InvalidDataException>(() => Agreement.Read(file, []));
    }

    private static IEnumerable<(PitchLabel, PitchLabel)> Pairs(PitchLabel first, PitchLabel second, int count) => Enumerable.Repeat((first, second), count);
}
