using Fraud.Testing;

namespace Fraud.Detect.Tests.Keys;

/// <summary>Kinds of text of an ordinary machine that look like a secret and are none, beside the nearest that is one.</summary>
public class FalseAlarmTests
{
    [Theory]
    [InlineData("Values of the google symmetric key.\n      AES_128_GCM: AES-GCM using 128-bit keys")]
    [InlineData("google signing key: RSA_SIGN_PKCS1_2048_SHA256")]
    [InlineData("docker/models/__pycache__/secrets.cpython-311.pyc,,")]
    [InlineData("https://registry.npmjs.org/@aws-sdk/credential-providers/-/credential-providers-3.100.0.tgz\"}}")]
    [InlineData("google token\n    'https://www.googleapis.com/oauth2/v3/token',")]
    [InlineData("<member name=\"P:Microsoft.IdentityModel.Tokens.X509SecurityKey.Azp\">")]
    [InlineData("DUMMY_FUNCTION_PASS(\"sjljehprepare\", SjLjEHPreparePass, ())")]
    [InlineData("'CLOUD_PROXY_PASSWORD':\n  'CLOUD_PROXY_PASSWORD_value',\n  'CLOUDSDK_PROXY_RDNS':\n    'CLOUDSDK_PROXY_RDNS_value',")]
    [InlineData("\"PasswordLastUsed\": \"2016-09-08T21:47:36Z\",")]
    [InlineData("password: 2016-09-08T21:47:36Z")]
    [InlineData("{\"username\": auth[0], \"password\": auth[1]}")]
    [InlineData("(?<password>[-a-zA-Z0-9_]{1,256})@[-a-zA-Z0-9%._+~#=]{1,256}")]
    [InlineData("https://foo.internal:123,foo:bar@bar.internal/path")]
    [InlineData("\"arn:aws:secretsmanager:ap-south-1:111122223333:secret:snowflake-XHb67jQ9z\"")]
    [InlineData("\"SubjectFromWebIdentityToken\": \"amzn1.account.{A-Z0-9:28}\"")]
    [InlineData("\"ClientToken\": \"{a-f0-9:8}-{a-f0-9:4}-4{a-f0-9:3}-a{a-f0-9:3}-{a-f0-9:12}\"")]
    [InlineData("TEST_ENCRYPTION_KEY_MD5 = b'{A-Za-z0-9:21}7==' ")]
    [InlineData("\\-\\-properties\\-ssh\\-public\\-keys=\"{A-Za-z0-9:34}\"")]
    [InlineData("Sec-WebSocket-Key: {!b64p:the sample nonce}")]
    [InlineData("rawKey: \"{!b64p:Hello from Google Cloud Platform}\"")]
    [InlineData("password: '{!b64p:not my real secret word}'")]
    [InlineData("github.com/bluele/slack,v0.0.0-{0-9:14}-{a-f0-9:12},h1:x")]
    [InlineData("\"PrivateKeyPlaintext\": \"{A-Za-z0-9:60}...\"")]
    [InlineData("code_verifier='{A-Z0-9:32}'")]
    [InlineData("{\"access_token\":\"2YotnFZFEjr1zCsicMWpAA\"}")]
    [InlineData("{a-f0-9:32}  usr/share/azure/openai_key.py\n{a-f0-9:32}  usr/share/azure/key.py")]
    [InlineData("\"integrity\": \"sha512-{A-Za-z0-9:39}+BSA8{A-Za-z0-9:28}7Z6+Kjy{A-Za-z0-9:4}Qg==\"")]
    [InlineData("https://registry.npmjs.org/parseurl/-/parseurl-1.3.1.tgz#{a-f0-9:40}")]
    [InlineData("wepay key = '{a-f0-9:6}c.wepay.net' secret = 'api.{a-f0-9:8}x7.com:8443'")]
    [InlineData("AZURE_BLOB_SAS_TOKEN=st=2025-03-04T07:24:52Z&se=2025-04-04T15:24:52Z&spr=https&sv=2022-11-02&sr=c")]
    [InlineData("content.startswith(b\"-----BEGIN OPENSSH PRIVATE KEY-----\\n\")\n )\n self.assertEqual(Key.fromString(path.child(name_of_the_public_file).getContent()), key.public())\n def test_that_what_is_written_is_displayed_again(self):\n -----")]
    [InlineData("\"sessionToken\": \"{A-Za-z0-9/+:600}EXAMPLE=\", \"accessKeyId\": \"AKIAIOSFODNN7EXAMPLE\"")]
    [InlineData("fastforex-production-cluster-2")]
    public void Nothing_is_found_in(string shape) => Assert.Empty(Found(shape));

    [Fact]
    public void A_hash_called_a_fingerprint_is_none_where_it_stands_again()
    {
        var hash = KeyShape.Fill("{a-f0-9:64}", new Random(4));
        Assert.Empty(Scanner.Scan($"the key with a fingerprint of\n'{hash}', run:\n\n $ describe --key='{hash}'"));
        Assert.NotEmpty(Scanner.Scan($"to describe it, run:\n\n $ describe --api-key='{hash}'"));
    }

    [Theory]
    [InlineData("google signing key: {A-Za-z0-9:30}7a9")]
    [InlineData("cloud_password: '{A-Za-z0-9:12}7a!'")]
    [InlineData("arn of it, and secret: {A-Za-z0-9:30}7a9")]
    [InlineData("\"ClientSecret\": \"{a-f0-9:8}-{a-f0-9:4}-4{a-f0-9:3}-a{a-f0-9:3}-{a-f0-9:12}\"")]
    [InlineData("statuspage token = '{a-z0-9:34}7a9'")]
    [InlineData("service_key: v1.0-{a-f0-9:24}-{a-f0-9:146}")]
    [InlineData("TEST_ENCRYPTION_KEY1 = b'{A-Za-z0-9:41}7aB='")]
    [InlineData("root:$6${A-Za-z0-9:8}${A-Za-z0-9./:86}:19000:0:99999:7:::")]
    [InlineData("fastforex-{a-z0-9:26}7a")]
    [InlineData("curl -X POST https://internal.net/oauth2/token \\\n-u client-7:{A-Za-z0-9:30}9a")]
    public void A_secret_is_found_in(string shape) => Assert.NotEmpty(Found(shape));

    [Theory]
    [InlineData("{\"auths\":{\"r.internal.net\":{\"auth\":\"§\"}}}")]
    [InlineData("DOCKER_AUTH_CONFIG={\\\"auths\\\":{\\\"r.internal.net\\\":{\\\"auth\\\":\\\"§\\\"}}}")]
    public void A_registry_login_is_found_in_JSON_within_a_string_too(string text) =>
        Assert.Equal("key.docker.auth", Assert.Single(Scanner.Scan(text.Replace("§", KeyShape.Fill("{!b64p:deploy:{A-Za-z0-9:20}}", new Random(2)), StringComparison.Ordinal))).Rule);

    private static List<string> Found(string shape) =>
        [.. Enumerable.Range(1, 20).SelectMany(seed => Scanner.Scan(KeyShape.Fill(shape, new Random(seed)))).Select(f => f.Rule)];
}
