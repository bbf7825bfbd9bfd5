using System.Globalization;
using System.Text;

namespace Fraud.Detect.Tests.Keys;

/// <summary>Writes lines of ordinary prose, code, configuration and logs, full of what looks like a key and is none.</summary>
internal sealed class OrdinaryText(int seed)
{
    private const string Hex = "0123456789abcdef";
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly string[] _words = "account archive balance branch button cache channel client cloud column config contract cursor customer debug default deploy device driver editor endpoint engine event export factory filter folder format frame gateway handler header history image import index invoice journal kernel keyboard label layout ledger library license listener loader local manager market matrix member memory message method middle mirror model monitor network notice object office option order package parser partner payload picture pipeline platform plugin policy pointer portal prefix price primary private process product profile project prompt property provider public queue record region register release remote report request reserve resource response result router sample schedule schema screen script search secret section sector sender server service session shadow signal source stack standard status storage stream string student subject support switch symbol system table target template tenant thread ticket timer token topic trace track transfer trigger update upload vector vendor version viewer window worker".Split(' ');
    private static readonly string[] _chinese = ["昨晚把服务迁到新机房", "延迟降了一半", "令牌过期时间改成两小时", "密钥管理的文档还没写完", "今天继续排查网关的超时配置", "出一台自用显示器", "价格好商量", "同城可以当面验货", "官方刚更新了定价页", "缓存命中按一折计费", "请不要把密码写进代码", "词元用量比上个月少了三成", "会议改到周三下午", "接口返回四零一", "先看日志再重启", "模型的上下文更长了", "欢迎提意见", "评测结果见附表"];

    // @n number, @h hex, @b letters and digits, @w word, @W Word, @u UUID, @d date, @c Chinese
    private static readonly string[] _lines =
    [
        "@W @w the @w of every @w before you @w the @w, then restart the @w.", "The @w token expires after @n minutes unless the @w is refreshed.",
        "If the secret is rotated, the @w keeps the old @w until @d.", "@c，@c。@c！", "@c：@c；@c？", "今天 @n 点 @c，参考 RFC @n。", "password 这一列不再使用，@c。", "# @W and @w keys",
        "    public @W @w { get; init; } = @W.Default@n;", "    private readonly @W@W _@w@n = new(@n);", "const @wKey = '@w.@w.@w@n';", "let token = await @w.get@WToken(@n);", "    api_key=os.environ[\"@W_API_KEY\"],",
        "    secret = settings.@w_secret@n", "  token: ${{ secrets.@W_TOKEN }}", "  password: ${DB_PASSWORD}", "password = getpass(\"@W @w: \")", "if (token.Kind == TokenKind.@W@n) return @w@n;", "function @wToken(@w, key@n) { return @w[key@n]; }",
        "<PackageReference Include=\"@W.@W\" Version=\"@n.@n.@n\" PublicKeyToken=\"@h16\" />", "@W.@W, Version=@n.0.0.0, Culture=neutral, PublicKeyToken=@h16", "package/services/metadata/core-properties/@h32.psmdcp", "      \"integrity\": \"sha512-@b86==\",",
        "@w @n.@n.@n: commit @h40", "Merge branch '@w' into @w (@h7..@h7)", "image: registry.internal/@w@sha256:@h64", "ETag: \"@h32\"", "gpg --recv-keys @H40", "checksum @h64  @w-@n.tar.gz", "X-Request-Id: @u", "@d @n:@n INFO @w request=@u status=200 in @n ms", "@d WARN retry @n of @n for key @w:@n:@w",
        "<div class=\"sk-@w-@w sk-chase-dot@n\"></div>", ".@w-token-@n { width: @npx; color: #@h6 }", "import { @W@n } from '@@@w/@w-@w';", "SELECT @w_key, @w_id FROM @w WHERE @w_token IS NOT NULL LIMIT @n;", "  primary_key: @w_id_@n", "  partition_key = \"@w/@w/@n\"",
        "cache_key = f\"@w:{user_id}:@w:@n\"", "sort-key: @w-@n-@w", "\"publicKey\": \"@b43\"", "    key: @w-@w-@n", "OPENAI_API_KEY=your_api_key_here", "export ANTHROPIC_API_KEY=sk-ant-xxxxxxxxxxxxxxxx", "curl -H \"Authorization: Bearer $TOKEN\" https://@w.internal/@w", "Authorization: Bearer <token>",
        "sk-xxxxxxxxxxxxxxxxxxxxxxxx", "key = \"AKIAIOSFODNN7EXAMPLE\"", "https://user:password@example.org/@w", "keyTyped = @W.@W@n", "#define @W_TOKEN_MAX_LENGTH @n", "procedure SetPassword(const aName, aPassword : UTF8String; @w : Integer);", "CURLOPT_PASSWORD := OPT_STRINGPOINT+@n;",
        "  {\"id\": \"@u\", \"key\": \"@w\", \"value\": @n}", "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAA@b40", "0x@h40 @w @n wei", "/usr/share/@w/@w-@n.@n/@w_token@n.py", "Set-Cookie: visit=@h32; Path=/; HttpOnly", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI@b43 @w@@@w",
        "def test_@w_key_@n(): assert @w(\"@w\") == \"@w@n\"", "   @n | @W @w | @n.@n% | @d |", "docs: say how the @w token is told from the @w secret", "fix(@w): do not log the access token of @w (#@n)", "Passwords of less than @n characters are refused (CVE-2024-@n).", "/etc/passwd:@w:x:@n:@n:@W:/home/@w:/bin/sh",
    ];

    private readonly Random _random = new(seed);

    public string Line()
    {
        var written = new StringBuilder();
        var shape = _lines[_random.Next(_lines.Length)];
        for (var i = 0; i < shape.Length; i++)
        {
            if (shape[i] != '@' || i + 1 == shape.Length)
            {
                written.Append(shape[i]);
                continue;
            }

            var kind = shape[++i];
            var digits = i + 1;
            while (digits < shape.Length && char.IsAsciiDigit(shape[digits]) && kind is 'h' or 'H' or 'b')
            {
                digits++;
            }

            var length = digits > i + 1 ? int.Parse(shape.AsSpan(i + 1, digits - i - 1), CultureInfo.InvariantCulture) : 0;
            written.Append(Part(kind, length));
            i = digits - 1;
        }

        return written.ToString();
    }

    private string Part(char kind, int length) => kind switch
    {
        'n' => _random.Next(2, 999).ToString(CultureInfo.InvariantCulture),
        'h' => Run(Hex, length),
        'H' => Run(Hex, length).ToUpperInvariant(),
        'b' => Run(Letters, length),
        'w' => Word(),
        'W' => char.ToUpperInvariant(Word()[0]) + Word()[1..],
        'u' => $"{Run(Hex, 8)}-{Run(Hex, 4)}-4{Run(Hex, 3)}-a{Run(Hex, 3)}-{Run(Hex, 12)}",
        'd' => $"2026-{_random.Next(10, 13)}-{_random.Next(10, 29)}",
        'c' => _chinese[_random.Next(_chinese.Length)],
        '@' => "@",
        _ => "@" + kind,
    };

    private string Word() => _words[_random.Next(_words.Length)];

    private string Run(string members, int length) => string.Create(length, members, (to, from) =>
    {
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = from[_random.Next(from.Length)];
        }
    });
}
