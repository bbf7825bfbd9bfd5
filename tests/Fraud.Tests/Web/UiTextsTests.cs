using Fraud.Web;

namespace Fraud.Tests.Web;

public class UiTextsTests
{
    [Fact]
    public void Every_language_has_the_same_keys()
    {
        var texts = new UiTexts();
        var english = texts.In("en").Keys.Order();

        Assert.All(UiTexts.Languages, language => Assert.Equal(english, texts.In(language).Keys.Order()));
    }
}
