using System.Text;

namespace Fraud.Detect.Tests.Keys;

/// <summary>The ways keys stand in posts, pages, code and logs.</summary>
internal static class KeyContexts
{
    /// <summary>The key stands as it is; "§" is its place.</summary>
    public static readonly Dictionary<string, string> Verbatim = new()
    {
        ["bare"] = "§",
        ["bare on a line"] = "hello\n§\nbye",
        [".env"] = "OPENAI_API_KEY=§\nPORT=80",
        [".env quoted"] = "API_KEY=\"§\"",
        ["export"] = "export API_KEY=§",
        ["PowerShell"] = "$env:API_KEY = '§'",
        ["set"] = "set API_KEY=§&& run",
        ["Python literal"] = "client = Client(api_key=\"§\")",
        ["C# literal"] = "var key = @\"§\";",
        ["JS literal"] = "const key = `§`;",
        ["JSON"] = "{\"api_key\":\"§\",\"n\":1}",
        ["JSON escaped in JSON"] = "{\"body\":\"{\\\"api_key\\\":\\\"§\\\"}\"}",
        ["YAML"] = "api:\n  key: §\n  url: x",
        ["YAML block scalar"] = "key: |\n  §\nnext: 1",
        ["curl header"] = "curl -H \"Authorization: Bearer §\" https://example.org",
        ["x-api-key"] = "x-api-key: §\r\nHost: example.org",
        ["URL query"] = "https://example.org/v1?key=§&alt=json",
        ["URL query at the end"] = "https://example.org/v1?a=b&key=§",
        ["URL user-info"] = "https://user:§@example.org/repo.git",
        ["Markdown code"] = "use `§` please",
        ["Markdown fence"] = "```\n§\n```",
        ["Markdown table"] = "| name | key |\n|---|---|\n| a |§| b |",
        ["HTML code"] = "<p><code>§</code></p>",
        ["HTML attribute"] = "<div data-key=\"§\">x</div>",
        ["HTML attribute bare"] = "<div data-key=§>x</div>",
        ["HTML entity"] = "key=&quot;§&quot;",
        ["XML"] = "<add key=\"k\" value=\"§\"/><apiKey>§</apiKey>",
        ["parentheses"] = "my key (§) leaked",
        ["sentence end"] = "Here is my key: §. Have fun",
        ["CSV"] = "1,§,2026-01-01",
        ["CSV semicolon"] = "1;§;x",
        ["tight in Chinese"] = "我的密钥§给大家用",
        ["tight in Japanese"] = "キーは§です",
        ["full-width colon"] = "密钥：§，速用",
        ["corner quotes"] = "密钥「§」",
        ["full stop"] = "密钥是§。谢谢",
        ["emoji"] = "🔑§🎉",
        ["account list dashes"] = "user@example.org----pa55----§----2026",
        ["account list bars"] = "user|pass|§|ok",
        ["zero-width around"] = "key:\u200B§\u200B!",
        ["log line"] = "2026-11-01 12:00:00 INFO auth token=§ user=5",
        ["traceback"] = "  File \"x.py\", line 1\n    raise Error('§')\nError: bad key §",
        ["percent-encoded quotes"] = "q=%22§%22",
        ["unicode-escaped quotes"] = "{\"a\":\"\\u0022§\\u0022\"}",
        ["\\n in a string"] = "\"first\\n§\\nlast\"",
        ["brackets"] = "keys = [§]",
        ["angle brackets"] = "key <§>",
        ["Docker"] = "ENV API_KEY=§\nRUN x",
        ["docker run"] = "docker run -e KEY=§ image",
        ["Terraform"] = "variable \"k\" {\n  default = \"§\"\n}",
        ["hashtags"] = "免费key § #ai #token",
        ["hashtag tight"] = "#§#",
        ["colour codes"] = "\u001b[31m§\u001b[0m",
        ["tab columns"] = "a\t§\tb",
        ["quoted-printable"] = "key=3D§",
        ["slash around"] = "a/§/b",
        ["colon before"] = "key:§",
        ["at the end of a file without line end"] = "x\ny §",
    };

    /// <summary>The key is written another way.</summary>
    public static readonly Dictionary<string, Func<string, string>> Written = new()
    {
        ["base64 of the line"] = k => Convert.ToBase64String(Encoding.UTF8.GetBytes("export API_KEY=" + k)),
        ["base64 wrapped"] = k => Wrap(Convert.ToBase64String(Encoding.UTF8.GetBytes(new string(' ', 50) + "the key for all of you is " + k + " and so on, have fun with it")), 76),
        ["base64 after basic"] = k => "Authorization: Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("api:" + k)),
        ["base64 twice"] = k => Convert.ToBase64String(Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes("KEY=" + k)))),
        ["hex of the line"] = k => Convert.ToHexStringLower(Encoding.UTF8.GetBytes("API_KEY=" + k)),
        ["percent of the line"] = k => string.Concat(Encoding.UTF8.GetBytes("KEY=" + k).Select(b => $"%{b:X2}")),
        ["percent of some"] = k => "key=" + k.Replace("-", "%2D", StringComparison.Ordinal).Replace("_", "%5F", StringComparison.Ordinal) + "&x=1",
        ["percent twice"] = k => string.Concat(Encoding.UTF8.GetBytes(k).Select(b => $"%25{b:X2}")),
        ["JSON unicode escapes"] = k => "{\"k\":\"" + string.Concat(k.Select(c => $"\\u{(int)c:x4}")) + "\"}",
        ["hex escapes"] = k => "\"" + string.Concat(k.Select(c => $"\\x{(int)c:x2}")) + "\"",
        ["HTML decimal entities"] = k => string.Concat(k.Select(c => $"&#{(int)c};")),
        ["HTML hex entities"] = k => string.Concat(k.Select(c => $"&#x{(int)c:x};")),
        ["concatenated"] = k => "\"" + k[..(k.Length / 2)] + "\" + \"" + k[(k.Length / 2)..] + "\"",
        ["concatenated over lines"] = k => "'" + k[..(k.Length / 2)] + "' +\n    '" + k[(k.Length / 2)..] + "'",
        ["wrapped"] = k => "key: " + k[..(k.Length - 9)] + "\n" + k[^9..] + "\nbye",
        ["wrapped in a quote"] = k => "> key: " + k[..(k.Length / 2)] + "\r\n> " + k[(k.Length / 2)..] + "\r\n> bye",
        ["quoted-printable soft break"] = k => "key " + k[..(k.Length / 2)] + "=\r\n" + k[(k.Length / 2)..] + " end",
        ["shell continuation"] = k => "KEY=" + k[..(k.Length / 2)] + "\\\n" + k[(k.Length / 2)..] + "\n",
        ["spaced in three"] = k => "my key " + k[..(k.Length / 3)] + " " + k[(k.Length / 3)..(2 * k.Length / 3)] + " " + k[(2 * k.Length / 3)..] + " ok",
        ["full-width"] = k => "密钥：" + string.Concat(k.Select(c => c is > '!' and < '~' ? (char)(c + 0xFEE0) : c)),
        ["zero-width inside"] = k => string.Join('\u200B', k.Chunk(5).Select(c => new string(c))),
        ["zero-width in the prefix"] = k => k[..2] + "\u200D" + k[2..],
        ["soft hyphens"] = k => string.Join('\u00AD', k.Chunk(7).Select(c => new string(c))),
        ["word joiner between all"] = k => string.Join('\u2060', k.ToCharArray()),
        ["mathematical letters"] = k => string.Concat(k.Select(Mathematical)),
    };

    private static string Mathematical(char c) => c switch
    {
        >= 'a' and <= 'z' => char.ConvertFromUtf32(0x1D41A + c - 'a'),
        >= 'A' and <= 'Z' => char.ConvertFromUtf32(0x1D400 + c - 'A'),
        >= '0' and <= '9' => char.ConvertFromUtf32(0x1D7CE + c - '0'),
        _ => c.ToString(),
    };

    private static string Wrap(string text, int width) => string.Join("\r\n", text.Chunk(width).Select(c => new string(c)));
}
