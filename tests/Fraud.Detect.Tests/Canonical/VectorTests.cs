using System.Text.Json;
using Fraud.Testing;

namespace Fraud.Tests.Canonical;

public class VectorTests
{
    private static readonly string[] Files = ["vectors.jsonl", "vectors-own.jsonl"];

    public static TheoryData<string, string, string, string> Vectors()
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var line in Files.SelectMany(f => File.ReadLines(Repo.TestFile("Fraud.Detect.Tests", "Canonical", f))))
        {
            using var json = JsonDocument.Parse(line);
            data.Add(Text(json, "cls"), Escape(json.RootElement.GetProperty("raw").GetRawText()), Text(json, "expect"), Text(json, "view"));
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_disguise_is_read_as_meant(string disguise, string raw, string expected, string view)
    {
        Assert.NotEmpty(disguise);
        Assert.Equal(expected, Views.Named(Unescape(raw), view).ToString());
    }

    // Lone surrogates do not survive JSON strings, so the raw form travels escaped
    private static string Escape(string json) => json[1..^1];

    private static string Unescape(string escaped)
    {
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] == '\\' && escaped[i + 1] == 'u')
            {
                text.Append((char)Convert.ToInt32(escaped.Substring(i + 2, 4), 16));
                i += 5;
            }
            else
            {
                text.Append(escaped[i] == '\\' ? escaped[++i] == 'n' ? '\n' : escaped[i] : escaped[i]);
            }
        }

        return text.ToString();
    }

    private static string Text(JsonDocument json, string name) => json.RootElement.GetProperty(name).GetString()!;
}
