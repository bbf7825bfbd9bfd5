using Fraud.Canonical;

namespace Fraud.Tests.Canonical;

public class TextViewsProperties
{
    private const int Cases = 60_000;
    private readonly TextViewsBuilder _builder = new(Views.Tables);

    [Fact]
    public void Reading_the_canonical_text_again_changes_nothing()
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            var once = _builder.Build(AnyText.Make(seed)).Canonical.ToString();
            var twice = _builder.Build(once).Canonical.ToString();
            Assert.True(once == twice, $"seed {seed}: {Show(AnyText.Make(seed))} | {Show(once)} | {Show(twice)}");
        }
    }

    [Fact]
    public void Every_span_lies_inside_the_original_and_moves_forward()
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            var text = AnyText.Make(seed);
            var views = _builder.Build(text);
            foreach (var view in new[] { views.Canonical, views.Joined, views.Homophone })
            {
                Assert.True(SpansAreSound(view, text.Length), $"seed {seed}: {Show(text)}");
            }
        }
    }

    private static bool SpansAreSound(TextView view, int length)
    {
        var last = 0;
        for (var i = 0; i < view.Length; i++)
        {
            var span = view.ToOriginal(i, i + 1);
            if (span.Start < last || span.End <= span.Start || span.End > length || view.ToOriginal(0, i + 1).End != span.End)
            {
                return false;
            }

            last = span.Start;
        }

        return true;
    }

    private static string Show(string text) => string.Join(' ', text.Select(c => ((int)c).ToString("X4", null)));
}
