using System.Text;
using System.Text.RegularExpressions;
using Fraud.Training;

namespace Fraud.Corpora;

/// <summary>Fills places such as {{key:openai-proj}} with strings of that shape, so that no key-like string is stored. Equal posts get equal keys.</summary>
internal static partial class KeyShapes
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const string Hex = "0123456789abcdef";
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Fills every place; the stream of characters begins with <paramref name="seed"/>.</summary>
    public static string Fill(string text, string seed)
    {
        if (!text.Contains("{{", StringComparison.Ordinal))
        {
            return text;
        }

        var random = StableHash.ChanceOf(seed);
        return Place().Replace(text, m => Make(m.Groups[1].Value, random));
    }

    private static string Make(string shape, Random random) => shape switch
    {
        "openai" => $"sk-{Draw(random, 20)}T3BlbkFJ{Draw(random, 20)}",
        "openai-proj" => $"sk-proj-{Draw(random, 74)}T3BlbkFJ{Draw(random, 74)}",
        "anthropic" => $"sk-ant-api03-{Draw(random, 93)}AA",
        "google" => $"AIza{Draw(random, 35)}",
        "huggingface" => $"hf_{Draw(random, 34, Letters[..52])}",
        "openrouter" => $"sk-or-v1-{Draw(random, 64, Hex)}",
        "groq" => $"gsk_{Draw(random, 52)}",
        "xai" => $"xai-{Draw(random, 80)}",
        "deepseek" => $"sk-{Draw(random, 32, Hex)}",
        "aws" => $"AKIA{Draw(random, 16, Base32)}",
        "aliyun" => $"LTAI5t{Draw(random, 18)}",
        "github" => $"ghp_{Draw(random, 36)}",
        "jwt" => $"{Part("""{"alg":"HS256","typ":"JWT"}""")}.{Part($$"""{"sub":"{{Draw(random, 10, "0123456789")}}","iat":1516239022}""")}.{Draw(random, 43)}",
        _ => $"{shape}-{Draw(random, 32)}",
    };

    private static string Part(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string Draw(Random random, int length, string alphabet = Letters) =>
        string.Create(length, (random, alphabet), static (span, state) =>
        {
            foreach (ref var c in span)
            {
                c = state.alphabet[state.random.Next(state.alphabet.Length)];
            }
        });

    [GeneratedRegex(@"\{\{key:([a-z-]+)\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
