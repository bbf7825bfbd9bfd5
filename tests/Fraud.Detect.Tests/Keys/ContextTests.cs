namespace Fraud.Detect.Tests.Keys;

public class ContextTests
{
    // Nothing tells where its first part begins once it is broken up
    private const string Shapeless = "key.zhipu.api";

    // One of each build: infix, fixed length, hex, dots, checksum, short alphabet, shapeless
    private static readonly string[] _rules =
    [
        "key.openai.project", "key.openai.legacy", "key.anthropic.api", "key.llm.hex32", "key.llm.base62-48", "key.openrouter.api", "key.google.api",
        "key.huggingface.user", "key.groq.api", "key.xai.api", "key.replicate.api", "key.zhipu.api", "key.nvidia.api", "key.perplexity.api", "key.langsmith.personal",
    ];

    public static TheoryData<string> VerbatimNames => [.. KeyContexts.Verbatim.Keys];

    public static TheoryData<string> WrittenNames => [.. KeyContexts.Written.Keys];

    [Theory]
    [MemberData(nameof(VerbatimNames))]
    public void A_key_is_found_where_it_stands(string context) =>
        Assert.Empty(Missed(key => KeyContexts.Verbatim[context].Replace("§", key, StringComparison.Ordinal), exact: true));

    [Theory]
    [MemberData(nameof(WrittenNames))]
    public void A_key_is_found_however_it_is_written(string context) =>
        Assert.Empty(Missed(KeyContexts.Written[context], exact: false));

    /// <summary>Rules whose key is not found, or not exactly there.</summary>
    private static List<string> Missed(Func<string, string> write, bool exact)
    {
        List<string> missed = [];
        foreach (var rule in _rules.Where(r => exact || r != Shapeless))
        {
            for (var seed = 1; seed <= 10; seed++)
            {
                var key = Scanner.KeyOf(rule, seed);
                var text = write(key);
                var print = Scanner.Scan(key).Single().Fingerprint;
                if (!Scanner.Scan(text).Any(f => f.Fingerprint == print && (!exact || text[f.Start..f.End] == key)))
                {
                    missed.Add($"{rule} in {text}");
                    break;
                }
            }
        }

        return missed;
    }
}
