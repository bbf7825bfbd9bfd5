using System.Text.Json;
using Fraud.Testing;
using Fraud.Text;

namespace Fraud.Tests.Contacts;

public class ContactVectorTests
{
    public static TheoryData<string, string, bool, string> Vectors()
    {
        var data = new TheoryData<string, string, bool, string>();
        foreach (var line in new[] { "vectors.jsonl", "vectors-own.jsonl" }.SelectMany(f => File.ReadLines(Repo.TestFile("Fraud.Detect.Tests", "Contacts", f))))
        {
            using var json = JsonDocument.Parse(line);
            var vector = json.RootElement;
            var value = vector.TryGetProperty("normalized", out var normal) && normal.ValueKind == JsonValueKind.String ? normal.GetString()! : "";
            data.Add(vector.GetProperty("kind").GetString()!, vector.GetProperty("raw").GetString()!, vector.GetProperty("valid").GetBoolean(), value);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_contact_is_read_as_meant(string kind, string raw, bool valid, string value)
    {
        var found = Found.In(raw).Where(c => c.Kind == kind).ToList();
        if (kind == "api_key")
        {
            // Keys are the key scanner's: here only that none comes out in clear
            Assert.DoesNotContain(Found.In(raw), c => raw.Contains(c.Value, StringComparison.Ordinal));
            return;
        }

        Assert.Equal(valid ? 1 : 0, found.Count);
        if (valid)
        {
            Assert.Equal(Expected(kind, raw, value), found[0].Value);
        }
    }

    // Identity numbers and cards come masked
    private static string Expected(string kind, string raw, string value)
    {
        var plain = value.Length > 0 ? value : raw;
        var shown = kind == "bank_card" ? 4 : kind.EndsWith("_id", StringComparison.Ordinal) ? 2 : plain.Length;
        return new string(SpanMask.Mark, plain.Length - shown) + plain[^shown..];
    }
}
