using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Fraud.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Fraud.Web;

/// <summary>`Authorization: Bearer KEY` against the hashes of configured callers. Cookies do not open the API, so it needs no anti-forgery token.</summary>
internal sealed class ApiKeyAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IOptionsMonitor<FraudSettings> settings)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";
    private const string Prefix = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(header[Prefix.Length..].Trim()));
        foreach (var caller in settings.CurrentValue.ApiCallers)
        {
            if (CryptographicOperations.FixedTimeEquals(hash, Convert.FromHexString(caller.KeySha256)))
            {
                var identity = new ClaimsIdentity([new(ClaimTypes.Name, "api:" + caller.Name), new(ClaimTypes.Role, caller.Role.ToString())], SchemeName);
                return Task.FromResult(AuthenticateResult.Success(new(new(identity), SchemeName)));
            }
        }

        return Task.FromResult(AuthenticateResult.Fail("unknown key"));
    }
}
