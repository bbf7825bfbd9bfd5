using System.ComponentModel.DataAnnotations;
using Fraud.Accounts;

namespace Fraud.Hosting;

/// <summary>A program that may call the HTTP API with a bearer key.</summary>
internal sealed class ApiCaller
{
    /// <summary>Name under which its acts are logged.</summary>
    [Required, StringLength(40, MinimumLength = 3)]
    public string Name { get; set; } = "";

    /// <summary>SHA-256 of its key in lower-case hex; the key itself is kept nowhere. Make one: openssl rand -hex 32; its hash: printf %s KEY | sha256sum.</summary>
    [Required, RegularExpression("[0-9a-f]{64}")]
    public string KeySha256 { get; set; } = "";

    /// <summary>What it may do: Observer reads cases, Reviewer decides and pushes posts. Default Observer.</summary>
    public AccountRole Role { get; set; } = AccountRole.Observer;
}
